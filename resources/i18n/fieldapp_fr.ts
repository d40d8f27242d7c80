<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="fr">
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%n fiche(s)</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockWatch</name>
    <message numerus="yes">
        <source>%n réponse(s) portent une date douteuse.</source>
        <translation>
            <numerusform>%n réponse porte une date douteuse.</numerusform>
            <numerusform>%n réponses portent une date douteuse.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentMark</name>
    <message numerus="yes">
        <source>%n commentaire(s) ouvert(s)</source>
        <translation>
            <numerusform>%n commentaire ouvert</numerusform>
            <numerusform>%n commentaires ouverts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commentaire(s) réglé(s)</source>
        <translation>
            <numerusform>%n commentaire réglé</numerusform>
            <numerusform>%n commentaires réglés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln fiche(s)</source>
        <translation>
            <numerusform>%Ln fiche</numerusform>
            <numerusform>%Ln fiches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln autre(s) en préparation</source>
        <translation>
            <numerusform>%Ln autre en préparation</numerusform>
            <numerusform>%Ln autres en préparation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln brouillon(s) à examiner</source>
        <translation>
            <numerusform>%Ln brouillon à examiner</numerusform>
            <numerusform>%Ln brouillons à examiner</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormReport</name>
    <message numerus="yes">
        <source>%n erreur(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avertissement(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message numerus="yes">
        <source>encore %n seconde(s)</source>
        <translation>
            <numerusform>encore %n seconde</numerusform>
            <numerusform>encore %n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>encore %n minute(s)</source>
        <translation>
            <numerusform>encore %n minute</numerusform>
            <numerusform>encore %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossLine</name>
    <message numerus="yes">
        <source>Seulement ici : %n fiche(s).</source>
        <translation>
            <numerusform>Seulement ici : %n fiche.</numerusform>
            <numerusform>Seulement ici : %n fiches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Réponses gardées seulement ici dans %n autre(s) fiche(s).</source>
        <translation>
            <numerusform>Réponses gardées seulement ici dans %n autre fiche.</numerusform>
            <numerusform>Réponses gardées seulement ici dans %n autres fiches.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message numerus="yes">
        <source>%n réponse(s) à revoir</source>
        <translation>
            <numerusform>%n réponse à revoir</numerusform>
            <numerusform>%n réponses à revoir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>Montrer les %n commentaire(s) réglé(s)</source>
        <translation>
            <numerusform>Montrer %n commentaire réglé</numerusform>
            <numerusform>Montrer %n commentaires réglés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleErrand</name>
    <message numerus="yes">
        <source>%n fiche(s) inventée(s) chargée(s).</source>
        <translation>
            <numerusform>%n fiche inventée chargée.</numerusform>
            <numerusform>%n fiches inventées chargées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendErrand</name>
    <message numerus="yes">
        <source>Accusé reçu : %n point(s) à corriger.</source>
        <translation>
            <numerusform>Accusé reçu : %n point à corriger.</numerusform>
            <numerusform>Accusé reçu : %n points à corriger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fichier(s) d’envoi prêts. Remettez-les tous au centre.</source>
        <translation>
            <numerusform>%n fichier d’envoi prêt. Remettez-le au centre.</numerusform>
            <numerusform>%n fichiers d’envoi prêts. Remettez-les tous au centre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message numerus="yes">
        <source>%n modification(s) à transmettre depuis le dernier accusé de réception.</source>
        <translation>
            <numerusform>%n modification à transmettre depuis le dernier accusé de réception.</numerusform>
            <numerusform>%n modifications à transmettre depuis le dernier accusé de réception.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InterruptionCard</name>
    <message numerus="yes">
        <source>Et %n autre(s) fiche(s) en cours.</source>
        <translation>
            <numerusform>Et %n autre fiche en cours.</numerusform>
            <numerusform>Et %n autres fiches en cours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashErrand</name>
    <message numerus="yes">
        <source>%n fiche(s) dans la corbeille.</source>
        <translation>
            <numerusform>%n fiche dans la corbeille.</numerusform>
            <numerusform>%n fiches dans la corbeille.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashModel</name>
    <message numerus="yes">
        <source>%n jour(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommunesErrand</name>
    <message numerus="yes">
        <source>Liste prise : %n commune(s) à choisir.</source>
        <translation>
            <numerusform>Liste prise : %n commune à choisir.</numerusform>
            <numerusform>Liste prise : %n communes à choisir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s) à choisir.</source>
        <translation>
            <numerusform>%n commune à choisir.</numerusform>
            <numerusform>%n communes à choisir.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommunesPage</name>
    <message numerus="yes">
        <source>« {file} », prise le {date} : %n commune(s).</source>
        <translation>
            <numerusform>« {file} », prise le {date} : %n commune.</numerusform>
            <numerusform>« {file} », prise le {date} : %n communes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prendre %n commune(s)</source>
        <translation>
            <numerusform>Prendre %n commune</numerusform>
            <numerusform>Prendre %n communes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s) à prendre.</source>
        <translation>
            <numerusform>%n commune à prendre.</numerusform>
            <numerusform>%n communes à prendre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nouvelle(s).</source>
        <translation>
            <numerusform>%n nouvelle.</numerusform>
            <numerusform>%n nouvelles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renommée(s).</source>
        <translation>
            <numerusform>%n renommée.</numerusform>
            <numerusform>%n renommées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n n’y sont plus ; qui les a choisies les garde.</source>
        <translation>
            <numerusform>%n n’y est plus ; qui l’a choisie la garde.</numerusform>
            <numerusform>%n n’y sont plus ; qui les a choisies les garde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s) à corriger, laissée(s) de côté :</source>
        <translation>
            <numerusform>%n ligne à corriger, laissée de côté :</numerusform>
            <numerusform>%n lignes à corriger, laissées de côté :</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListErrand</name>
    <message numerus="yes">
        <source>%n brouillon(s) fait(s). Ils sont dans la liste des fiches.</source>
        <translation>
            <numerusform>%n brouillon fait. Il est dans la liste des fiches.</numerusform>
            <numerusform>%n brouillons faits. Ils sont dans la liste des fiches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s) mis à la corbeille.</source>
        <translation>
            <numerusform>%n brouillon mis à la corbeille.</numerusform>
            <numerusform>%n brouillons mis à la corbeille.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gardé(s) : on y a écrit depuis.</source>
        <translation>
            <numerusform>%n gardé : on y a écrit depuis.</numerusform>
            <numerusform>%n gardés : on y a écrit depuis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message numerus="yes">
        <source>Faire %n brouillon(s)</source>
        <translation>
            <numerusform>Faire %n brouillon</numerusform>
            <numerusform>Faire %n brouillons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message numerus="yes">
        <source>%n fiche(s) sont là depuis plus de 90 jours.</source>
        <translation>
            <numerusform>%n fiche est là depuis plus de 90 jours.</numerusform>
            <numerusform>%n fiches sont là depuis plus de 90 jours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamErrand</name>
    <message numerus="yes">
        <source>%n fiche(s) à revoir : des réponses ne vont plus ensemble</source>
        <translation>
            <numerusform>%n fiche à revoir : des réponses ne vont plus ensemble</numerusform>
            <numerusform>%n fiches à revoir : des réponses ne vont plus ensemble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n désaccord(s) à trancher</source>
        <translation>
            <numerusform>%n désaccord à trancher</numerusform>
            <numerusform>%n désaccords à trancher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) reçue(s) de {name}</source>
        <translation>
            <numerusform>%n fiche reçue de {name}</numerusform>
            <numerusform>%n fiches reçues de {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) laissée(s) pour {name}</source>
        <translation>
            <numerusform>%n fiche laissée pour {name}</numerusform>
            <numerusform>%n fiches laissées pour {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message numerus="yes">
        <source>%n modification(s) dont l’équipe n’a pas encore accusé réception.</source>
        <translation>
            <numerusform>%n modification dont l’équipe n’a pas encore accusé réception.</numerusform>
            <numerusform>%n modifications dont l’équipe n’a pas encore accusé réception.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n désaccord(s) à trancher</source>
        <translation>
            <numerusform>%n désaccord à trancher</numerusform>
            <numerusform>%n désaccords à trancher</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysErrand</name>
    <message numerus="yes">
        <source>Après %n minute(s)</source>
        <translation>
            <numerusform>Après %n minute</numerusform>
            <numerusform>Après %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message numerus="yes">
        <source>Reprendre dans %n seconde(s)</source>
        <translation>
            <numerusform>Reprendre dans %n seconde</numerusform>
            <numerusform>Reprendre dans %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>Ouvrir dans %n seconde(s)</source>
        <translation>
            <numerusform>Ouvrir dans %n seconde</numerusform>
            <numerusform>Ouvrir dans %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpgradeDialog</name>
    <message numerus="yes">
        <source>%n réponse(s) restent où elles sont.</source>
        <translation>
            <numerusform>%n réponse reste où elle est.</numerusform>
            <numerusform>%n réponses restent où elles sont.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyErrand</name>
    <message numerus="yes">
        <source>… et %n autre(s)</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message numerus="yes">
        <source>%n fiche(s) à voir</source>
        <translation>
            <numerusform>%n fiche à voir</numerusform>
            <numerusform>%n fiches à voir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) revenue(s) avec des commentaires</source>
        <translation>
            <numerusform>%n fiche revenue avec des commentaires</numerusform>
            <numerusform>%n fiches revenues avec des commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à corriger, d’après le centre</source>
        <translation>
            <numerusform>%n fiche à corriger, d’après le centre</numerusform>
            <numerusform>%n fiches à corriger, d’après le centre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) sur lesquelles l’équipe n’est pas d’accord</source>
        <translation>
            <numerusform>%n fiche sur laquelle l’équipe n’est pas d’accord</numerusform>
            <numerusform>%n fiches sur lesquelles l’équipe n’est pas d’accord</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s) à reprendre</source>
        <translation>
            <numerusform>%n brouillon à reprendre</numerusform>
            <numerusform>%n brouillons à reprendre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à vérifier de nouveau</source>
        <translation>
            <numerusform>%n fiche à vérifier de nouveau</numerusform>
            <numerusform>%n fiches à vérifier de nouveau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à envoyer</source>
        <translation>
            <numerusform>%n fiche à envoyer</numerusform>
            <numerusform>%n fiches à envoyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) envoyée(s), sans accusé de réception</source>
        <translation>
            <numerusform>%n fiche envoyée, sans accusé de réception</numerusform>
            <numerusform>%n fiches envoyées, sans accusé de réception</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message numerus="yes">
        <source>fiche(s) qui se perdrai(en)t avec lui</source>
        <translation>
            <numerusform>fiche qui se perdrait avec lui</numerusform>
            <numerusform>fiches qui se perdraient avec lui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fiche(s) dont des réponses ne sont nulle part ailleurs</source>
        <translation>
            <numerusform>fiche dont des réponses ne sont nulle part ailleurs</numerusform>
            <numerusform>fiches dont des réponses ne sont nulle part ailleurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dernière copie ailleurs il y a %n jour(s) : {when}.</source>
        <translation>
            <numerusform>Dernière copie ailleurs il y a %n jour : {when}.</numerusform>
            <numerusform>Dernière copie ailleurs il y a %n jours : {when}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message numerus="yes">
        <source>%n fiche(s) complète(s)</source>
        <translation>
            <numerusform>%n fiche complète</numerusform>
            <numerusform>%n fiches complètes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s)</source>
        <translation>
            <numerusform>%n brouillon</numerusform>
            <numerusform>%n brouillons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changée(s) à l’instant, région pas encore relue</source>
        <translation>
            <numerusform>%n changée à l’instant, région pas encore relue</numerusform>
            <numerusform>%n changées à l’instant, région pas encore relue</numerusform>
        </translation>
    </message>
</context>
</TS>
