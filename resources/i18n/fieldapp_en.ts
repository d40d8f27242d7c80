<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>Comme le système</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Plus petit</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Taille d’origine (maintenant {percent} %)</source>
        <translation>Original size (now {percent}%)</translation>
    </message>
</context>
<context>
    <name>BackHeader</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Lecture et vérification de cette sauvegarde…</source>
        <translation>Reading and checking this backup…</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message>
        <source>Sauvegardes</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Remettre en place</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{when}, mis de côté lors d’une reprise</source>
        <translation>{when}, set aside when a backup was put back</translation>
    </message>
    <message>
        <source>Aucune sauvegarde pour l’instant : la première se fait à la fermeture.</source>
        <translation>No backup yet: the first is made on closing.</translation>
    </message>
    <message>
        <source>Cette sauvegarde : {words}</source>
        <translation>This backup: {words}</translation>
    </message>
    <message>
        <source>Ici maintenant : {words}</source>
        <translation>Here now: {words}</translation>
    </message>
    <message>
        <source>Ce qui est ici maintenant sera mis de côté, pas effacé.</source>
        <translation>What is here now will be set aside, not deleted.</translation>
    </message>
    <message>
        <source>{count}, dernier changement le {when} par {name}</source>
        <translation>{count}, last change on {when} by {name}</translation>
    </message>
</context>
<context>
    <name>AcknowledgeWidget</name>
    <message>
        <source>Lu et compris</source>
        <translation>Read and understood</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Espace de travail</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Entraînement · rien de ce qui est écrit ici n’est réel</source>
        <translation>Training · nothing written here is real</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Changer d’espace</source>
        <translation>Change workspace</translation>
    </message>
    <message>
        <source>Formulaires</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Fiches</source>
        <translation>Records</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Replier</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>Déplier</source>
        <translation>Unfold</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Déplacer, copier ou retirer</source>
        <translation>Move, copy or remove</translation>
    </message>
    <message>
        <source>à corriger</source>
        <translation>to be corrected</translation>
    </message>
    <message>
        <source>Dupliquer</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Monter</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Descendre</source>
        <translation>Move down</translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>Début de la mission</source>
        <translation>Beginning of the mission</translation>
    </message>
    <message>
        <source>Une réponse datée d’avant ce jour est marquée comme douteuse.</source>
        <translation>An answer dated before this day is marked as doubtful.</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ClockWatch</name>
    <message>
        <source>Date et heure</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>L’ordre des réponses ne dépend pas de l’horloge ; leurs dates, si.</source>
        <translation>The order of answers does not depend on the clock; their dates do.</translation>
    </message>
    <message>
        <source>Début de la mission…</source>
        <translation>Beginning of the mission…</translation>
    </message>
    <message>
        <source>Rien n’est bloqué : les réponses sont gardées en ordre, leurs dates sont marquées.</source>
        <translation>Nothing is blocked: answers are kept in order, their dates are marked.</translation>
    </message>
    <message>
        <source>La date est juste</source>
        <translation>The date is right</translation>
    </message>
    <message>
        <source>L’horloge de cet ordinateur indique le {now}, et ce programme n’existait pas encore. Réglez la date et l’heure.</source>
        <translation>The clock of this computer says {now}, when this program did not exist yet. Set the date and time.</translation>
    </message>
    <message>
        <source>L’horloge de cet ordinateur indique le {now}, avant le début de la mission ({begins}). Réglez la date, ou corrigez ce début dans « Espace de travail ».</source>
        <translation>The clock of this computer says {now}, before the mission begins ({begins}). Set the date, or correct that beginning under “Workspace”.</translation>
    </message>
    <message>
        <source>L’horloge de cet ordinateur indique le {now}, mais la dernière réponse est du {last}. Réglez la date ; si elle est juste maintenant, dites-le.</source>
        <translation>The clock of this computer says {now}, but the last answer is of {last}. Set the date; if it is right now, say so.</translation>
    </message>
    <message>
        <source>L’horloge de cet ordinateur indique le {now}, et la dernière réponse est du {last}. Si l’ordinateur n’a pas servi entre-temps, la date est juste : dites-le. Sinon, réglez-la.</source>
        <translation>The clock of this computer says {now}, and the last answer is of {last}. If the computer was not used in between, the date is right: say so. Otherwise set it.</translation>
    </message>
    <message>
        <source>Début de la mission : {begins}.</source>
        <translation>The mission begins on {begins}.</translation>
    </message>
    <message numerus="yes">
        <source>%n réponse(s) portent une date douteuse.</source>
        <translation>
            <numerusform>%n answer bears a doubtful date.</numerusform>
            <numerusform>%n answers bear a doubtful date.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commander</name>
    <message>
        <source>Cette page</source>
        <translation>This page</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Nouvelle fiche : {form}</source>
        <translation>New record: {form}</translation>
    </message>
    <message>
        <source>Formulaires</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Fiches</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Envoyer</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Espace de travail</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Record without a name</translation>
    </message>
</context>
<context>
    <name>CommentLine</name>
    <message>
        <source>Écrire un commentaire…</source>
        <translation>Write a comment…</translation>
    </message>
    <message>
        <source>Commentaire</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Ce dont parle le commentaire</source>
        <translation>What the comment is about</translation>
    </message>
    <message>
        <source>Garder le commentaire</source>
        <translation>Keep the comment</translation>
    </message>
    <message>
        <source>Les commentaires vont à l’équipe, jamais à l’ANAPEC.</source>
        <translation>Comments go to the team, never to ANAPEC.</translation>
    </message>
    <message>
        <source>Toute la fiche</source>
        <translation>The whole record</translation>
    </message>
    <message>
        <source>Réponse à : {question}</source>
        <translation>Answer to: {question}</translation>
    </message>
</context>
<context>
    <name>CommentMark</name>
    <message numerus="yes">
        <source>%n commentaire(s) ouvert(s)</source>
        <translation>
            <numerusform>%n open comment</numerusform>
            <numerusform>%n open comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commentaire(s) réglé(s)</source>
        <translation>
            <numerusform>%n settled comment</numerusform>
            <numerusform>%n settled comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyErrand</name>
    <message>
        <source>Remise en place de la sauvegarde…</source>
        <translation>Putting the backup back…</translation>
    </message>
    <message>
        <source>Copie sur une clé USB</source>
        <translation>Copy to a USB stick</translation>
    </message>
    <message>
        <source>Une copie chiffrée, relue et vérifiée, sur un autre disque.</source>
        <translation>An encrypted copy on another disk, read back and verified.</translation>
    </message>
    <message>
        <source>Copier…</source>
        <translation>Copy…</translation>
    </message>
    <message>
        <source>Sauvegardes</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Faites chaque heure et à la fermeture. Regarder l’une d’elles, la remettre.</source>
        <translation>Made every hour and on closing. Look at one, or put it back.</translation>
    </message>
    <message>
        <source>Voir…</source>
        <translation>Show…</translation>
    </message>
    <message>
        <source>La sauvegarde est remise en place. Rouvrez l’espace pour continuer.</source>
        <translation>The backup is back in place. Open the workspace again to go on.</translation>
    </message>
    <message>
        <source>Choisir la clé USB ou le disque</source>
        <translation>Choose the USB stick or disk</translation>
    </message>
    <message>
        <source>Copie faite, relue et vérifiée : {name}.</source>
        <translation>Copy made, read back and verified: {name}.</translation>
    </message>
    <message>
        <source>Copie vérifiée : {name}. Mais elle est sur le même disque, et se perdrait avec lui.</source>
        <translation>Copy verified: {name}. But it is on the same disk, and would be lost with it.</translation>
    </message>
    <message>
        <source>Copie de l’espace de travail…</source>
        <translation>Copying the workspace…</translation>
    </message>
</context>
<context>
    <name>DateWidget</name>
    <message>
        <source>Choisir dans le calendrier</source>
        <translation>Choose from the calendar</translation>
    </message>
    <message>
        <source>aaaa</source>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>mm/aaaa</source>
        <translation>mm/yyyy</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Exporter en PDF</source>
        <translation>Export as PDF</translation>
    </message>
    <message>
        <source>PDF enregistré : {name}</source>
        <translation>PDF saved: {name}</translation>
    </message>
    <message>
        <source>Mise en page de la fiche…</source>
        <translation>Laying out the record…</translation>
    </message>
    <message>
        <source>Formulaires (*.xlsx *.xml *.md);;Tous les fichiers (*)</source>
        <translation>Forms (*.xlsx *.xml *.md);;All files (*)</translation>
    </message>
    <message>
        <source>Choisir un formulaire</source>
        <translation>Choose a form</translation>
    </message>
    <message>
        <source>Lecture du formulaire…</source>
        <translation>Reading the form…</translation>
    </message>
    <message>
        <source>Formulaire installé : {title}, version {version}.</source>
        <translation>Form installed: {title}, version {version}.</translation>
    </message>
    <message>
        <source>Ce formulaire était déjà là : {title}, version {version}. Rien n’a changé.</source>
        <translation>This form was already here: {title}, version {version}. Nothing has changed.</translation>
    </message>
</context>
<context>
    <name>FillPage</name>
    <message>
        <source>Fiche complète. Elle partira avec le prochain envoi.</source>
        <translation>Record complete. It will leave with the next file you send.</translation>
    </message>
    <message>
        <source>Fiche complète. Elle reste dans l’équipe et ne part pas à l’ANAPEC.</source>
        <translation>Record complete. It stays within the team and is not sent to ANAPEC.</translation>
    </message>
    <message>
        <source>Fiches</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Annuler la dernière réponse</source>
        <translation>Undo the last answer</translation>
    </message>
    <message>
        <source>Rétablir</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Autres actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Exporter en PDF…</source>
        <translation>Export as PDF…</translation>
    </message>
    <message>
        <source>Terminer la fiche</source>
        <translation>Complete the record</translation>
    </message>
    <message>
        <source>Rouvrir la fiche…</source>
        <translation>Reopen the record…</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Unnamed record</translation>
    </message>
    <message>
        <source>Fiche complète · révision {number}</source>
        <translation>Record complete · revision {number}</translation>
    </message>
    <message>
        <source>Enregistré à {time} · sur cet ordinateur seulement</source>
        <translation>Saved at {time} · on this computer only</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>&amp;Formulaire</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>Tous les formulaires</source>
        <translation>All forms</translation>
    </message>
    <message>
        <source>É&amp;tat</source>
        <translation>S&amp;tate</translation>
    </message>
    <message>
        <source>Brouillons et fiches complètes</source>
        <translation>Drafts and complete records</translation>
    </message>
    <message>
        <source>Brouillons</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Complètes</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>&amp;Région</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>Toutes les régions</source>
        <translation>All regions</translation>
    </message>
    <message>
        <source>&amp;Saisie par</source>
        <translation>Ent&amp;ered by</translation>
    </message>
    <message>
        <source>Toutes les personnes</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>À re&amp;vérifier</source>
        <translation>To chec&amp;k again</translation>
    </message>
    <message>
        <source>Fiches qui n’ont pas été vérifiées depuis douze mois</source>
        <translation>Records not checked for twelve months</translation>
    </message>
    <message>
        <source>À com&amp;pléter</source>
        <translation>To com&amp;plete</translation>
    </message>
    <message>
        <source>Brouillons où une réponse manque ou ne convient pas</source>
        <translation>Drafts in which an answer is missing or wrong</translation>
    </message>
    <message>
        <source>Tr&amp;i</source>
        <translation>&amp;Sort</translation>
    </message>
    <message>
        <source>Les plus récentes</source>
        <translation>Most recent</translation>
    </message>
    <message>
        <source>Les plus anciennes</source>
        <translation>Oldest</translation>
    </message>
    <message>
        <source>Nom, de A à Z</source>
        <translation>Name, A to Z</translation>
    </message>
    <message>
        <source>Nom, de Z à A</source>
        <translation>Name, Z to A</translation>
    </message>
    <message>
        <source>Formulaire</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Région</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>&amp;Effacer les filtres</source>
        <translation>C&amp;lear filters</translation>
    </message>
    <message>
        <source>Recherche…</source>
        <translation>Searching…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fiche(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln autre(s) en préparation</source>
        <translation>
            <numerusform>%Ln more being prepared</numerusform>
            <numerusform>%Ln more being prepared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln brouillon(s) à examiner</source>
        <translation>
            <numerusform>%Ln draft being looked at</numerusform>
            <numerusform>%Ln drafts being looked at</numerusform>
        </translation>
    </message>
    <message>
        <source>Va&amp;lidation</source>
        <translation>Re&amp;view</translation>
    </message>
    <message>
        <source>Toutes les étapes</source>
        <translation>All stages</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>{name} : {value}</source>
        <translation>{name}: {value}</translation>
    </message>
</context>
<context>
    <name>FormReport</name>
    <message>
        <source>Installer ce formulaire</source>
        <translation>Install this form</translation>
    </message>
    <message>
        <source>Relire le fichier</source>
        <translation>Read the file again</translation>
    </message>
    <message>
        <source>Copier la liste</source>
        <translation>Copy the list</translation>
    </message>
    <message>
        <source>Ce qui a été trouvé dans le formulaire</source>
        <translation>What was found in the form</translation>
    </message>
    <message>
        <source>Le formulaire peut être installé. Lisez d’abord ce qui suit.</source>
        <translation>The form can be installed. Read what follows first.</translation>
    </message>
    <message>
        <source>Rien n’a été installé. Corrigez le fichier, enregistrez-le, puis relisez-le ici.</source>
        <translation>Nothing was installed. Correct the file, save it, then read it again here.</translation>
    </message>
    <message numerus="yes">
        <source>%n erreur(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avertissement(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>Erreur</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Avertissement</source>
        <translation>Warning</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Contrôle du formulaire</source>
        <translation>Form check</translation>
    </message>
    <message>
        <source>Formulaires</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Installer un formulaire…</source>
        <translation>Install a form…</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>version {version}</translation>
    </message>
    <message>
        <source>installé le {date}</source>
        <translation>installed on {date}</translation>
    </message>
    <message>
        <source>Sert aux nouvelles fiches</source>
        <translation>Used for new records</translation>
    </message>
    <message>
        <source>Garde les fiches commencées avec cette version</source>
        <translation>Kept for records begun with this version</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Aide</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Touches du clavier</source>
        <translation>Keyboard map</translation>
    </message>
    <message>
        <source>Touche</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Effet</source>
        <translation>Effect</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Arrêt en cours…</source>
        <translation>Stopping…</translation>
    </message>
    <message numerus="yes">
        <source>encore %n seconde(s)</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>encore %n minute(s)</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Partout</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Dans la liste des fiches</source>
        <translation>In the list of records</translation>
    </message>
    <message>
        <source>Dans une fiche</source>
        <translation>In a record</translation>
    </message>
    <message>
        <source>Dans une question</source>
        <translation>In a question</translation>
    </message>
    <message>
        <source>Dans les autres pages</source>
        <translation>In the other pages</translation>
    </message>
    <message>
        <source>Dans le contrôle d’un formulaire</source>
        <translation>In the check of a form</translation>
    </message>
    <message>
        <source>cette carte des touches ; une seconde fois, l’aide</source>
        <translation>this map of the keys; a second time, the help</translation>
    </message>
    <message>
        <source>tout faire en tapant : une action, une fiche par son nom, un formulaire à commencer</source>
        <translation>do anything by typing: an action, a record by its name, a form to begin</translation>
    </message>
    <message>
        <source>montrer une lettre sur chaque bouton ; Alt et cette lettre le pressent</source>
        <translation>show a letter on each button; Alt and that letter press it</translation>
    </message>
    <message>
        <source>formulaires</source>
        <translation>forms</translation>
    </message>
    <message>
        <source>espace de travail</source>
        <translation>workspace</translation>
    </message>
    <message>
        <source>corbeille</source>
        <translation>trash</translation>
    </message>
    <message>
        <source>verrouiller l’espace</source>
        <translation>lock the workspace</translation>
    </message>
    <message>
        <source>tout montrer en plus grand</source>
        <translation>show everything larger</translation>
    </message>
    <message>
        <source>tout montrer en plus petit</source>
        <translation>show everything smaller</translation>
    </message>
    <message>
        <source>taille d’origine</source>
        <translation>original size</translation>
    </message>
    <message>
        <source>nouvelle fiche</source>
        <translation>new record</translation>
    </message>
    <message>
        <source>chercher dans les fiches</source>
        <translation>search the records</translation>
    </message>
    <message>
        <source>de la recherche à la liste</source>
        <translation>from the search to the list</translation>
    </message>
    <message>
        <source>ouvrir la fiche</source>
        <translation>open the record</translation>
    </message>
    <message>
        <source>ce que l’on peut faire de la fiche</source>
        <translation>what can be done with the record</translation>
    </message>
    <message>
        <source>annuler la dernière réponse</source>
        <translation>undo the last answer</translation>
    </message>
    <message>
        <source>rétablir la réponse annulée</source>
        <translation>redo the answer taken back</translation>
    </message>
    <message>
        <source>section suivante</source>
        <translation>next section</translation>
    </message>
    <message>
        <source>section précédente</source>
        <translation>section before</translation>
    </message>
    <message>
        <source>terminer la fiche</source>
        <translation>complete the record</translation>
    </message>
    <message>
        <source>revenir à la liste</source>
        <translation>go back to the list</translation>
    </message>
    <message>
        <source>question suivante</source>
        <translation>next question</translation>
    </message>
    <message>
        <source>question précédente</source>
        <translation>question before</translation>
    </message>
    <message>
        <source>choisir la case ou le bouton</source>
        <translation>choose the box or button</translation>
    </message>
    <message>
        <source>retirer un choix unique</source>
        <translation>take a single choice back</translation>
    </message>
    <message>
        <source>ouvrir une liste à chercher</source>
        <translation>open a list to search</translation>
    </message>
    <message>
        <source>revenir où l’on était</source>
        <translation>go back to where one was</translation>
    </message>
    <message>
        <source>chercher dans la page</source>
        <translation>search the page</translation>
    </message>
    <message>
        <source>copier toute la liste des erreurs</source>
        <translation>copy the whole list of errors</translation>
    </message>
    <message>
        <source>accueil</source>
        <translation>home</translation>
    </message>
    <message>
        <source>toutes les fiches</source>
        <translation>all records</translation>
    </message>
    <message>
        <source>commentaires et validation de la fiche</source>
        <translation>comments and review of the record</translation>
    </message>
    <message>
        <source>de la question à la liste des sections, et retour</source>
        <translation>from the question to the list of sections, and back</translation>
    </message>
    <message>
        <source>réponse suivante à revoir</source>
        <translation>next answer to review</translation>
    </message>
    <message>
        <source>réponse précédente à revoir</source>
        <translation>answer to review before</translation>
    </message>
    <message>
        <source>pourquoi cette question</source>
        <translation>why this question</translation>
    </message>
    <message>
        <source>questions en deux langues</source>
        <translation>questions in two languages</translation>
    </message>
    <message>
        <source>mode entretien, et retour</source>
        <translation>interview mode, and back</translation>
    </message>
    <message>
        <source>noter ce qui se dit (mode entretien)</source>
        <translation>note what is being said (interview mode)</translation>
    </message>
    <message>
        <source>cocher un frein entendu (mode entretien)</source>
        <translation>tick a difficulty that was heard (interview mode)</translation>
    </message>
    <message>
        <source>ajouter un élément à la liste (un site, une étape…)</source>
        <translation>add one to the list (a site, a step…)</translation>
    </message>
    <message>
        <source>dupliquer l’élément</source>
        <translation>duplicate it</translation>
    </message>
    <message>
        <source>monter l’élément</source>
        <translation>move it up</translation>
    </message>
    <message>
        <source>descendre l’élément</source>
        <translation>move it down</translation>
    </message>
    <message>
        <source>retirer l’élément</source>
        <translation>remove it</translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>Maj</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Page suivante</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>Page précédente</source>
        <translation>Page Up</translation>
    </message>
    <message>
        <source>Flèche gauche</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Flèche droite</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Flèche bas</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>LossLine</name>
    <message>
        <source>Sauvegardes…</source>
        <translation>Backups…</translation>
    </message>
    <message numerus="yes">
        <source>Seulement ici : %n fiche(s).</source>
        <translation>
            <numerusform>Only here: %n record.</numerusform>
            <numerusform>Only here: %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Réponses gardées seulement ici dans %n autre(s) fiche(s).</source>
        <translation>
            <numerusform>Answers kept only here in %n other record.</numerusform>
            <numerusform>Answers kept only here in %n other records.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copier sur une clé…</source>
        <translation>Copy to a stick…</translation>
    </message>
    <message>
        <source>Aucune réponse n’est seulement sur cet ordinateur.</source>
        <translation>No answer is on this computer only.</translation>
    </message>
    <message>
        <source>Tout ce qui est ici existe aussi ailleurs.</source>
        <translation>Everything here also exists elsewhere.</translation>
    </message>
    <message>
        <source>Aucune copie sur un autre disque.</source>
        <translation>No copy on another disk.</translation>
    </message>
    <message>
        <source>Dernière copie ailleurs : {when}.</source>
        <translation>Last copy elsewhere: {when}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Fiches de terrain</source>
        <translation>Field records</translation>
    </message>
    <message>
        <source>Fiches de terrain · entraînement</source>
        <translation>Field records · training</translation>
    </message>
</context>
<context>
    <name>MomentWidget</name>
    <message>
        <source>jj/mm/aaaa hh:mm</source>
        <translation>dd/mm/yyyy hh:mm</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Sections de la fiche</source>
        <translation>Sections of the record</translation>
    </message>
    <message>
        <source>vide</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>commencée</source>
        <translation>started</translation>
    </message>
    <message>
        <source>à corriger</source>
        <translation>to correct</translation>
    </message>
    <message>
        <source>complète</source>
        <translation>complete</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Que voulez-vous faire ?</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>Une action, une fiche, un formulaire à commencer…</source>
        <translation>An action, a record, a form to begin…</translation>
    </message>
    <message>
        <source>Ce qui répond</source>
        <translation>What matches</translation>
    </message>
    <message>
        <source>Rien ne répond à ces mots. Essayez le début d’un autre.</source>
        <translation>Nothing matches these words. Try the beginning of another one.</translation>
    </message>
</context>
<context>
    <name>PickerWidget</name>
    <message>
        <source>Choisir, ou écrire pour chercher</source>
        <translation>Choose, or type to search</translation>
    </message>
    <message>
        <source>Montrer tous les choix</source>
        <translation>Show all choices</translation>
    </message>
</context>
<context>
    <name>PlaceWidget</name>
    <message>
        <source>34.0209, -6.8416, ou le lien d’une carte</source>
        <translation>34.0209, -6.8416, or the link of a map</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Plus près</source>
        <translation>Nearer</translation>
    </message>
    <message>
        <source>Plus loin</source>
        <translation>Farther</translation>
    </message>
    <message>
        <source>Tout le pays</source>
        <translation>Whole country</translation>
    </message>
    <message>
        <source>Flèches pour déplacer la croix (Maj : finement), Entrée pour choisir, Échap pour fermer.</source>
        <translation>Arrows move the cross (Shift: finely), Enter chooses, Esc closes.</translation>
    </message>
    <message>
        <source>Hors des provinces du Maroc : vérifiez la latitude, puis la longitude.</source>
        <translation>Outside the provinces of Morocco: check the latitude, then the longitude.</translation>
    </message>
    <message>
        <source>Ce lien court ne contient pas la position. Ouvrez-le dans un navigateur et copiez l’adresse complète.</source>
        <translation>This short link does not hold the position. Open it in a browser and copy the full address.</translation>
    </message>
    <message>
        <source>Ce lien ne contient pas de position.</source>
        <translation>This link holds no position.</translation>
    </message>
    <message>
        <source>à {distance} km près</source>
        <translation>within {distance} km</translation>
    </message>
    <message>
        <source>à {distance} m près</source>
        <translation>within {distance} m</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message numerus="yes">
        <source>%n réponse(s) à revoir</source>
        <translation>
            <numerusform>%n answer to review</numerusform>
            <numerusform>%n answers to review</numerusform>
        </translation>
    </message>
    <message>
        <source>Entrée ou un clic mène à la question. La fiche reste enregistrée.</source>
        <translation>Enter or a click leads to the question. The record stays saved.</translation>
    </message>
    <message>
        <source>Plus rien à revoir</source>
        <translation>Nothing left to review</translation>
    </message>
    <message>
        <source>La fiche peut être terminée.</source>
        <translation>The record can be completed.</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Aucune fiche à choisir sur cet ordinateur pour l’instant.</source>
        <translation>There is no record to choose on this computer yet.</translation>
    </message>
    <message>
        <source>Rien à choisir pour l’instant : répondez d’abord aux questions dont la liste dépend.</source>
        <translation>Nothing to choose yet: first answer the questions it depends on.</translation>
    </message>
    <message>
        <source>réponse nécessaire</source>
        <translation>answer needed</translation>
    </message>
</context>
<context>
    <name>RankWidget</name>
    <message>
        <source>Cochez dans l’ordre : le numéro donne la place.</source>
        <translation>Tick in order: the number is the place.</translation>
    </message>
</context>
<context>
    <name>RecordsModel</name>
    <message>
        <source>Fiche</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Formulaire</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Transmission</source>
        <translation>Transmission</translation>
    </message>
    <message>
        <source>Modifiée</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Unnamed record</translation>
    </message>
    <message>
        <source>{form} (version {version})</source>
        <translation>{form} (version {version})</translation>
    </message>
    <message>
        <source>Brouillon</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Complète</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Fichier d’envoi préparé</source>
        <translation>File to send prepared</translation>
    </message>
    <message>
        <source>Reçue par le centre</source>
        <translation>Received by the centre</translation>
    </message>
    <message>
        <source>Intégrée au centre</source>
        <translation>Taken in by the centre</translation>
    </message>
    <message>
        <source>En discussion</source>
        <translation>Under discussion</translation>
    </message>
    <message>
        <source>À corriger</source>
        <translation>To correct</translation>
    </message>
    <message>
        <source>Sur cet ordinateur seulement</source>
        <translation>On this computer only</translation>
    </message>
    <message>
        <source>Aujourd’hui, {time}</source>
        <translation>Today, {time}</translation>
    </message>
    <message>
        <source>{column} : cliquer pour trier</source>
        <translation>{column}: click to sort</translation>
    </message>
    <message>
        <source>{column} : trié dans l’ordre inverse</source>
        <translation>{column}: sorted in reverse order</translation>
    </message>
    <message>
        <source>{column} : trié</source>
        <translation>{column}: sorted</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Fiches</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Chercher dans les fiches</source>
        <translation>Search the records</translation>
    </message>
    <message>
        <source>Nouvelle fiche</source>
        <translation>New record</translation>
    </message>
    <message>
        <source>Envoyer</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Aucune fiche pour l’instant</source>
        <translation>No records yet</translation>
    </message>
    <message>
        <source>Ici se rangeront les fiches des organisations rencontrées. Tout reste sur cet ordinateur.</source>
        <translation>The records of the organisations you meet will be kept here. Everything stays on this computer.</translation>
    </message>
    <message>
        <source>Remplir une première fiche</source>
        <translation>Fill a first record</translation>
    </message>
    <message>
        <source>Aucune fiche ne contient « {text} »</source>
        <translation>No record contains “{text}”</translation>
    </message>
    <message>
        <source>Essayez un autre mot, ou un morceau du nom.</source>
        <translation>Try another word, or part of the name.</translation>
    </message>
    <message>
        <source>Effacer la recherche</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Chercher un nom, un sigle, un téléphone, un lieu…</source>
        <translation>Search for a name, an acronym, a phone, a place…</translation>
    </message>
    <message>
        <source>Aucune fiche ne répond à ces filtres</source>
        <translation>No record matches these filters</translation>
    </message>
    <message>
        <source>Des filtres sont actifs : sans eux, la recherche porte sur toutes les fiches.</source>
        <translation>Filters are on: without them, the search covers all records.</translation>
    </message>
    <message>
        <source>Tout effacer</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Feuille à imprimer (PDF)…</source>
        <translation>Sheet to print (PDF)…</translation>
    </message>
    <message>
        <source>Si la phrase secrète est perdue, seule cette clé rouvre l’espace. Elle n’est montrée qu’une fois : imprimez la feuille, ou recopiez-la sur papier, et gardez-la ailleurs que cet ordinateur.</source>
        <translation>If the passphrase is lost, only this key reopens the workspace. It is shown once: print the sheet, or copy it onto paper, and keep it elsewhere than this computer.</translation>
    </message>
    <message>
        <source>La clé de secours de cet espace</source>
        <translation>The recovery key of this workspace</translation>
    </message>
    <message>
        <source>Copier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>La clé est notée et rangée ailleurs</source>
        <translation>The key is written down and kept elsewhere</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>RefusalErrand</name>
    <message>
        <source>Réponses données avant le refus ou l’arrêt, et encore gardées ici : {count}.</source>
        <translation>Answers given before the refusal or the stop, and still kept here: {count}.</translation>
    </message>
    <message>
        <source>Les effacer…</source>
        <translation>Erase them…</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Effacer pour toujours</source>
        <translation>Erase for ever</translation>
    </message>
    <message>
        <source>Ces fiches et toutes leurs réponses seront effacées, ici et dans les sauvegardes.</source>
        <translation>These records and all their answers will be erased, here and in the backups.</translation>
    </message>
    <message>
        <source>Personne ne pourra les reprendre.</source>
        <translation>Nobody will be able to bring them back.</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Record without a name</translation>
    </message>
    <message>
        <source>Pour confirmer, écrivez le nombre de fiches : {count}</source>
        <translation>To confirm, type the number of records: {count}</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Les garder</source>
        <translation>Keep them</translation>
    </message>
</context>
<context>
    <name>ReopenBar</name>
    <message>
        <source>Pourquoi rouvrir cette fiche ?</source>
        <translation>Why reopen this record?</translation>
    </message>
    <message>
        <source>Par exemple : nouvelle adresse ; sans nom de personne</source>
        <translation>For example: new address; no person’s name</translation>
    </message>
    <message>
        <source>Rouvrir</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Laisser comme elle est</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <source>Le motif reste pour toujours dans l’historique : n’y nommez personne.</source>
        <translation>The reason stays in the history for ever: name nobody in it.</translation>
    </message>
</context>
<context>
    <name>RepeatView</name>
    <message>
        <source>Ajouter : {name}</source>
        <translation>Add: {name}</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Rien ici pour l’instant.</source>
        <translation>Nothing here yet.</translation>
    </message>
</context>
<context>
    <name>RescueCard</name>
    <message>
        <source>Phrase secrète perdue</source>
        <translation>Lost passphrase</translation>
    </message>
    <message>
        <source>La clé de secours a été montrée à la création de l’espace. Rien de ce qu’il contient n’est perdu.</source>
        <translation>The recovery key was shown when the workspace was made. Nothing in it is lost.</translation>
    </message>
    <message>
        <source>Clé de secours</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Elle commence par AGE-SECRET-KEY.</source>
        <translation>It begins with AGE-SECRET-KEY.</translation>
    </message>
    <message>
        <source>Nouvelle phrase secrète</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Au moins 10 caractères.</source>
        <translation>At least 10 characters.</translation>
    </message>
    <message>
        <source>La même, une seconde fois</source>
        <translation>The same, once more</translation>
    </message>
    <message>
        <source>Changer la phrase et ouvrir</source>
        <translation>Change the passphrase and open</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ReviewErrand</name>
    <message>
        <source>Commentaires et validation</source>
        <translation>Comments and review</translation>
    </message>
    <message>
        <source>{name} : du nouveau</source>
        <translation>{name}: something new</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Commentaires et validation</source>
        <translation>Comments and review</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Aucun commentaire ouvert.</source>
        <translation>No open comment.</translation>
    </message>
    <message numerus="yes">
        <source>Montrer les %n commentaire(s) réglé(s)</source>
        <translation>
            <numerusform>Show %n settled comment</numerusform>
            <numerusform>Show %n settled comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>À vérifier</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>Vérifiée</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Soumise</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>Renvoyée</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Validée, BIT</source>
        <translation>Validated, ILO</translation>
    </message>
    <message>
        <source>Validée, ANAPEC</source>
        <translation>Validated, ANAPEC</translation>
    </message>
    <message>
        <source>Marquer comme vérifiée</source>
        <translation>Mark as checked</translation>
    </message>
    <message>
        <source>Soumettre au BIT</source>
        <translation>Submit to the ILO</translation>
    </message>
    <message>
        <source>Renvoyer avec les commentaires</source>
        <translation>Return with the comments</translation>
    </message>
    <message>
        <source>Valider au nom du BIT</source>
        <translation>Validate for the ILO</translation>
    </message>
    <message>
        <source>Valider au nom de l’ANAPEC</source>
        <translation>Validate for ANAPEC</translation>
    </message>
    <message>
        <source>agent ou agente</source>
        <translation>field agent</translation>
    </message>
    <message>
        <source>vérificateur ou vérificatrice</source>
        <translation>verifier</translation>
    </message>
    <message>
        <source>responsable</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>BIT</source>
        <translation>ILO</translation>
    </message>
    <message>
        <source>ANAPEC</source>
        <translation>ANAPEC</translation>
    </message>
    <message>
        <source>Commentaires ouverts</source>
        <translation>Open comments</translation>
    </message>
</context>
<context>
    <name>SampleErrand</name>
    <message>
        <source>Mission d’exemple</source>
        <translation>Example mission</translation>
    </message>
    <message>
        <source>Des organisations, des entretiens, des mesures et un mois de notes, tous inventés.</source>
        <translation>Organisations, interviews, measures and a month of notes, all invented.</translation>
    </message>
    <message>
        <source>Charger</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>Toute la mission d’exemple est déjà là.</source>
        <translation>The whole example mission is already here.</translation>
    </message>
    <message>
        <source>Chargement de la mission d’exemple…</source>
        <translation>Loading the example mission…</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) inventée(s) chargée(s).</source>
        <translation>
            <numerusform>%n invented record loaded.</numerusform>
            <numerusform>%n invented records loaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Chercher</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Effacer la recherche</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>SearchedBoxesWidget</name>
    <message>
        <source>Écrire pour chercher</source>
        <translation>Type to search</translation>
    </message>
    <message>
        <source>Choisi : {names}</source>
        <translation>Chosen: {names}</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>Section suivante : {title}</source>
        <translation>Next section: {title}</translation>
    </message>
</context>
<context>
    <name>SendErrand</name>
    <message>
        <source>Où enregistrer le fichier d’envoi</source>
        <translation>Where to save the file to send</translation>
    </message>
    <message>
        <source>Fichier d’envoi prêt : {name}. Remettez-le au centre.</source>
        <translation>The file to send is ready: {name}. Hand it to the centre.</translation>
    </message>
    <message>
        <source>Préparation du fichier d’envoi…</source>
        <translation>Preparing the file to send…</translation>
    </message>
    <message>
        <source>Accusés de réception (*.age);;Tous les fichiers (*)</source>
        <translation>Receipts (*.age);;All files (*)</translation>
    </message>
    <message>
        <source>Ouvrir un accusé de réception</source>
        <translation>Open a receipt</translation>
    </message>
    <message numerus="yes">
        <source>Accusé reçu : %n point(s) à corriger.</source>
        <translation>
            <numerusform>Receipt read: %n point to correct.</numerusform>
            <numerusform>Receipt read: %n points to correct.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accusé reçu : l’envoi est intégré au centre.</source>
        <translation>Receipt read: the centre has taken in what you sent.</translation>
    </message>
    <message>
        <source>Enregistrer la demande</source>
        <translation>Save the request</translation>
    </message>
    <message>
        <source>Demande (*.zip)</source>
        <translation>Request (*.zip)</translation>
    </message>
    <message>
        <source>Demande enregistrée : {name}</source>
        <translation>Request saved: {name}</translation>
    </message>
    <message>
        <source>Ouvrir la réponse du centre</source>
        <translation>Open the centre’s answer</translation>
    </message>
    <message>
        <source>Réponse (*.zip);;Tous les fichiers (*)</source>
        <translation>Answer (*.zip);;All files (*)</translation>
    </message>
    <message>
        <source>Cet ordinateur est relié au centre sous le numéro {code}.</source>
        <translation>This computer is linked with the centre as {code}.</translation>
    </message>
    <message numerus="yes">
        <source>%n fichier(s) d’envoi prêts. Remettez-les tous au centre.</source>
        <translation>
            <numerusform>%n file to send is ready. Hand it to the centre.</numerusform>
            <numerusform>%n files to send are ready. Hand all of them to the centre.</numerusform>
        </translation>
    </message>
    <message>
        <source>C’est trop lourd pour un courriel : prenez une clé USB.</source>
        <translation>It is too heavy for an e-mail: use a USB stick.</translation>
    </message>
    <message>
        <source>Préparation du fichier d’envoi, {number}ᵉ partie…</source>
        <translation>Preparing the file to send, part {number}…</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Envoyer</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Relier cet ordinateur au centre</source>
        <translation>Link this computer with the centre</translation>
    </message>
    <message>
        <source>À faire une seule fois. 1. Préparez la demande et remettez le fichier au centre, par clé USB ou par courriel. 2. Ouvrez ici le fichier qu’il vous rend.</source>
        <translation>To be done once. 1. Prepare the request and hand the file to the centre, on a USB key or by e-mail. 2. Open here the file it gives you back.</translation>
    </message>
    <message>
        <source>Préparer la demande…</source>
        <translation>Prepare the request…</translation>
    </message>
    <message>
        <source>Lisez ces huit mots au centre, par téléphone : il doit voir les mêmes.</source>
        <translation>Read these eight words to the centre by telephone: it must see the same ones.</translation>
    </message>
    <message>
        <source>Ouvrir la réponse du centre…</source>
        <translation>Open the centre’s answer…</translation>
    </message>
    <message>
        <source>Préparer un fichier d’envoi</source>
        <translation>Prepare a file to send</translation>
    </message>
    <message numerus="yes">
        <source>%n modification(s) à transmettre depuis le dernier accusé de réception.</source>
        <translation>
            <numerusform>%n change to send since the last receipt.</numerusform>
            <numerusform>%n changes to send since the last receipt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rien de nouveau à transmettre. Les fiches partent une fois terminées.</source>
        <translation>Nothing new to send. Records leave once they are complete.</translation>
    </message>
    <message>
        <source>Le fichier est chiffré et signé : seul le centre peut le lire.</source>
        <translation>The file is encrypted and signed: only the centre can read it.</translation>
    </message>
    <message>
        <source>Préparer le fichier…</source>
        <translation>Prepare the file…</translation>
    </message>
    <message>
        <source>Votre centre se reconnaît à ces mots ; il doit pouvoir vous les lire : {words}</source>
        <translation>Your centre is known by these words; it must be able to read them to you: {words}</translation>
    </message>
    <message>
        <source>Recevoir un accusé de réception</source>
        <translation>Read a receipt</translation>
    </message>
    <message>
        <source>Le centre répond à chaque envoi par un fichier qui dit ce qui est intégré ou à corriger.</source>
        <translation>The centre answers each file with one that says what was taken in and what is to be corrected.</translation>
    </message>
    <message>
        <source>Fichiers préparés : {sent}. Accusés reçus : {answered}.</source>
        <translation>Files prepared: {sent}. Receipts read: {answered}.</translation>
    </message>
    <message>
        <source>Ouvrir un accusé…</source>
        <translation>Open a receipt…</translation>
    </message>
</context>
<context>
    <name>SignatureWidget</name>
    <message>
        <source>Signature enregistrée</source>
        <translation>Signature saved</translation>
    </message>
    <message>
        <source>Signer ici, avec le stylet ou la souris</source>
        <translation>Sign here, with pen or mouse</translation>
    </message>
    <message>
        <source>Recommencer</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Signature tracée le {day} à {hour}</source>
        <translation>Signed on {day} at {hour}</translation>
    </message>
</context>
<context>
    <name>StateBox</name>
    <message>
        <source>Votre rôle : {role}</source>
        <translation>Your role: {role}</translation>
    </message>
    <message>
        <source>Était « {state} » ; une réponse a changé depuis.</source>
        <translation>Was “{state}”; an answer has changed since.</translation>
    </message>
    <message>
        <source>par {name}</source>
        <translation>by {name}</translation>
    </message>
    <message>
        <source>Deux personnes l’ont fait avancer en même temps : la prochaine décide.</source>
        <translation>Two people moved it at the same time: the next move decides.</translation>
    </message>
    <message>
        <source>Les autres la verront quand elle aura été terminée une fois.</source>
        <translation>Others will see it once it has been finished.</translation>
    </message>
</context>
<context>
    <name>ThreadCard</name>
    <message>
        <source>La réponse était : {text}</source>
        <translation>The answer was: {text}</translation>
    </message>
    <message>
        <source>Toute la fiche</source>
        <translation>The whole record</translation>
    </message>
    <message>
        <source>Aller à la question : {name}</source>
        <translation>Go to the question: {name}</translation>
    </message>
    <message>
        <source>vous</source>
        <translation>you</translation>
    </message>
    <message>
        <source>personne inconnue</source>
        <translation>unknown person</translation>
    </message>
    <message>
        <source>réglé</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>nouveau</source>
        <translation>new</translation>
    </message>
    <message>
        <source>Rouvrir</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Répondre</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Régler</source>
        <translation>Settle</translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Fiche mise à la corbeille.</source>
        <translation>Record moved to the trash.</translation>
    </message>
    <message>
        <source>La remettre</source>
        <translation>Bring it back</translation>
    </message>
</context>
<context>
    <name>TimeWidget</name>
    <message>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>Move to the trash</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Record without a name</translation>
    </message>
    <message>
        <source>Pourquoi ? (facultatif)</source>
        <translation>Why? (optional)</translation>
    </message>
    <message>
        <source>Doublon</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Essai</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>Saisie par erreur</source>
        <translation>Entered by mistake</translation>
    </message>
    <message>
        <source>Hors du champ</source>
        <translation>Out of scope</translation>
    </message>
    <message>
        <source>La raison reste avec la fiche. N’y écrivez rien de personnel.</source>
        <translation>The reason stays with the record. Write nothing personal in it.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>TrashErrand</name>
    <message>
        <source>Corbeille</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>Les fiches mises de côté : elles se reprennent, avec leurs réponses.</source>
        <translation>Records put aside: they can be brought back, with their answers.</translation>
    </message>
    <message>
        <source>Voir…</source>
        <translation>Show…</translation>
    </message>
    <message>
        <source>Mettre à la corbeille…</source>
        <translation>Move to the trash…</translation>
    </message>
    <message>
        <source>Voir la corbeille</source>
        <translation>Show the trash</translation>
    </message>
    <message>
        <source>La fiche est de retour dans la liste.</source>
        <translation>The record is back in the list.</translation>
    </message>
    <message>
        <source>Effacement, dans les sauvegardes aussi…</source>
        <translation>Erasing, in the backups too…</translation>
    </message>
    <message>
        <source>Ces fiches sont effacées pour toujours.</source>
        <translation>These records are erased for ever.</translation>
    </message>
    <message>
        <source>Vide.</source>
        <translation>Empty.</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) dans la corbeille.</source>
        <translation>
            <numerusform>%n record in the trash.</numerusform>
            <numerusform>%n records in the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashModel</name>
    <message>
        <source>Fiche</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Depuis le</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Gardée encore</source>
        <translation>Kept for another</translation>
    </message>
    <message>
        <source>{when} (horloge douteuse)</source>
        <translation>{when} (doubtful clock)</translation>
    </message>
    <message numerus="yes">
        <source>%n jour(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>90 jours passés</source>
        <translation>90 days passed</translation>
    </message>
    <message>
        <source>Fiche effacée pour toujours</source>
        <translation>Record erased for ever</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Record without a name</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Corbeille</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>Chercher un titre…</source>
        <translation>Search for a title…</translation>
    </message>
    <message>
        <source>Chercher dans la corbeille</source>
        <translation>Search the trash</translation>
    </message>
    <message>
        <source>Rien ne disparaît de soi-même. Entrée remet la fiche choisie, avec toutes ses réponses.</source>
        <translation>Nothing disappears by itself. Enter brings the chosen record back, with all its answers.</translation>
    </message>
    <message>
        <source>La corbeille est vide</source>
        <translation>The trash is empty</translation>
    </message>
    <message>
        <source>Les fiches mises de côté se retrouvent ici, avec leurs réponses.</source>
        <translation>Records put aside are found here, with their answers.</translation>
    </message>
    <message>
        <source>Aucun titre ne contient « {text} »</source>
        <translation>No title contains “{text}”</translation>
    </message>
    <message>
        <source>Essayez un autre mot, ou un morceau du nom.</source>
        <translation>Try another word, or a part of the name.</translation>
    </message>
    <message>
        <source>Effacer la recherche</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) sont là depuis plus de 90 jours.</source>
        <translation>
            <numerusform>%n record has been here for more than 90 days.</numerusform>
            <numerusform>%n records have been here for more than 90 days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Les effacer pour toujours…</source>
        <translation>Erase them for ever…</translation>
    </message>
</context>
<context>
    <name>Upgrader</name>
    <message>
        <source>Mise à jour de l’espace de travail pour cette version. L’ancien fichier est gardé.</source>
        <translation>Updating the workspace for this version. The older file is kept.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>Ouvrir dans %n seconde(s)</source>
        <translation>
            <numerusform>Open in %n second</numerusform>
            <numerusform>Open in %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>Les deux phrases secrètes ne sont pas les mêmes.</source>
        <translation>The two passphrases are not the same.</translation>
    </message>
    <message>
        <source>Fiches de terrain</source>
        <translation>Field records</translation>
    </message>
    <message>
        <source>Remplir des fiches sans réseau, les signer, les transmettre.</source>
        <translation>Fill records without a network, sign them, send them.</translation>
    </message>
    <message>
        <source>Ouvrir un espace de travail</source>
        <translation>Open a workspace</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Phrase secrète perdue ?</source>
        <translation>Lost your passphrase?</translation>
    </message>
    <message>
        <source>Créer un autre espace de travail</source>
        <translation>Create another workspace</translation>
    </message>
</context>
<context>
    <name>WorkspacePage</name>
    <message>
        <source>Espace de travail</source>
        <translation>Workspace</translation>
    </message>
</context>
<context>
    <name>RecordMenu</name>
    <message>
        <source>Exporter en PDF…</source>
        <translation>Export as PDF…</translation>
    </message>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>Move to the trash</translation>
    </message>
</context>
<context>
    <name>InterruptionCard</name>
    <message>
        <source>La dernière séance a été coupée</source>
        <translation>The last session was cut off</translation>
    </message>
    <message>
        <source>Toutes les réponses données sont là ; seule celle qui s’écrivait à cet instant a pu se perdre.</source>
        <translation>Every answer given is here; only the one being written at that moment may be lost.</translation>
    </message>
    <message>
        <source>C’est vu</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Record without a name</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>Move to the trash</translation>
    </message>
    <message>
        <source>« {title} » : dernière réponse gardée le {day} à {time}, à la question « {question} ».</source>
        <translation>“{title}”: last answer saved on {day} at {time}, to the question “{question}”.</translation>
    </message>
    <message>
        <source>L’horloge de l’ordinateur était douteuse.</source>
        <translation>The computer’s clock was doubtful.</translation>
    </message>
    <message numerus="yes">
        <source>Et %n autre(s) fiche(s) en cours.</source>
        <translation>
            <numerusform>And %n other record under way.</numerusform>
            <numerusform>And %n other records under way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommunesErrand</name>
    <message>
        <source>Liste des communes</source>
        <translation>List of communes</translation>
    </message>
    <message>
        <source>La liste officielle que l’ANAPEC remet : on y choisit la commune d’un site.</source>
        <translation>The official list that ANAPEC hands out: the commune of a site is chosen from it.</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Listes CSV (*.csv *.txt);;Tous les fichiers (*)</source>
        <translation>CSV lists (*.csv *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Choisir une liste de communes</source>
        <translation>Choose a list of communes</translation>
    </message>
    <message>
        <source>Lecture de la liste…</source>
        <translation>Reading the list…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>Liste prise : %n commune(s) à choisir.</source>
        <translation>
            <numerusform>List taken: %n commune to choose from.</numerusform>
            <numerusform>List taken: %n communes to choose from.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s) à choisir.</source>
        <translation>
            <numerusform>%n commune to choose from.</numerusform>
            <numerusform>%n communes to choose from.</numerusform>
        </translation>
    </message>
    <message>
        <source>Liste retirée. Les fiches gardent leurs réponses et les noms choisis.</source>
        <translation>List withdrawn. Records keep their answers and the names that were chosen.</translation>
    </message>
    <message>
        <source>La liste d’avant est de nouveau en vigueur.</source>
        <translation>The list before it is in force again.</translation>
    </message>
    <message>
        <source>La liste est de nouveau en vigueur.</source>
        <translation>The list is in force again.</translation>
    </message>
</context>
<context>
    <name>CommunesPage</name>
    <message>
        <source>Liste des communes</source>
        <translation>List of communes</translation>
    </message>
    <message>
        <source>En vigueur</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Là où un formulaire demande une commune, on la choisit alors dans la liste, sous sa région et sa province. Sans liste, ou si elle n’y est pas, on écrit son nom.</source>
        <translation>Wherever a form asks for a commune, it is then chosen from the list, under its region and province. Without a list, or when it is not in it, its name is written.</translation>
    </message>
    <message>
        <source>Il faut un fichier CSV avec les colonnes {columns} ; le code s’écrit {code}.</source>
        <translation>It takes a CSV file with the columns {columns}; the code is written {code}.</translation>
    </message>
    <message>
        <source>Choisir un fichier…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Retirer cette liste</source>
        <translation>Withdraw this list</translation>
    </message>
    <message>
        <source>Aucune liste : la commune s’écrit en toutes lettres.</source>
        <translation>No list: the commune is written out.</translation>
    </message>
    <message numerus="yes">
        <source>« {file} », prise le {date} : %n commune(s).</source>
        <translation>
            <numerusform>“{file}”, taken on {date}: %n commune.</numerusform>
            <numerusform>“{file}”, taken on {date}: %n communes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prendre %n commune(s)</source>
        <translation>
            <numerusform>Take %n commune</numerusform>
            <numerusform>Take %n communes</numerusform>
        </translation>
    </message>
    <message>
        <source>Dans « {file} »</source>
        <translation>In “{file}”</translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s) à prendre.</source>
        <translation>
            <numerusform>%n commune to take.</numerusform>
            <numerusform>%n communes to take.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cette liste dit la même chose que celle en vigueur : rien n’est à prendre.</source>
        <translation>This list says the same as the one in force: there is nothing to take.</translation>
    </message>
    <message numerus="yes">
        <source>%n nouvelle(s).</source>
        <translation>
            <numerusform>%n is new.</numerusform>
            <numerusform>%n are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renommée(s).</source>
        <translation>
            <numerusform>%n has another name.</numerusform>
            <numerusform>%n have other names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n n’y sont plus ; qui les a choisies les garde.</source>
        <translation>
            <numerusform>%n is no longer in it; whoever chose it keeps it.</numerusform>
            <numerusform>%n are no longer in it; whoever chose them keeps them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s) à corriger, laissée(s) de côté :</source>
        <translation>
            <numerusform>%n row to correct, left out:</numerusform>
            <numerusform>%n rows to correct, left out:</numerusform>
        </translation>
    </message>
    <message>
        <source>Remarques sur les lignes</source>
        <translation>Remarks on the rows</translation>
    </message>
    <message>
        <source>Ligne {line} : {words}</source>
        <translation>Row {line}: {words}</translation>
    </message>
</context>
<context>
    <name>ListErrand</name>
    <message>
        <source>Liste d’organisations</source>
        <translation>List of organisations</translation>
    </message>
    <message>
        <source>Un tableau Excel ou CSV que vous avez déjà devient des brouillons de fiches.</source>
        <translation>An Excel or CSV table that you already have becomes draft records.</translation>
    </message>
    <message>
        <source>Choisir…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Tableaux (*.xlsx *.xlsm *.csv);;Tous les fichiers (*)</source>
        <translation>Tables (*.xlsx *.xlsm *.csv);;All files (*)</translation>
    </message>
    <message>
        <source>Choisir une liste d’organisations</source>
        <translation>Choose a list of organisations</translation>
    </message>
    <message>
        <source>Lecture de la liste…</source>
        <translation>Reading the list…</translation>
    </message>
    <message>
        <source>Lecture des lignes…</source>
        <translation>Reading the rows…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s) fait(s). Ils sont dans la liste des fiches.</source>
        <translation>
            <numerusform>%n draft made. It is in the list of records.</numerusform>
            <numerusform>%n drafts made. They are in the list of records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s) mis à la corbeille.</source>
        <translation>
            <numerusform>%n draft moved to the trash.</numerusform>
            <numerusform>%n drafts moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gardé(s) : on y a écrit depuis.</source>
        <translation>
            <numerusform>%n kept: somebody has written in it since.</numerusform>
            <numerusform>%n kept: somebody has written in them since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Prendre une liste</source>
        <translation>Take in a list</translation>
    </message>
    <message>
        <source>Les colonnes</source>
        <translation>The columns</translation>
    </message>
    <message>
        <source>Dites à quelle question répond chaque colonne. Votre choix est retenu pour la prochaine liste.</source>
        <translation>Say which question each column answers. Your choice is remembered for the next list.</translation>
    </message>
    <message>
        <source>Tout le reste va dans</source>
        <translation>All the rest goes into</translation>
    </message>
    <message>
        <source>Voir ce que cela donne</source>
        <translation>See what it gives</translation>
    </message>
    <message>
        <source>Les lignes</source>
        <translation>The rows</translation>
    </message>
    <message>
        <source>Laisser de côté</source>
        <translation>Leave aside</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Record without a name</translation>
    </message>
    <message>
        <source>Ressemble à une fiche déjà là ou à une ligne au-dessus : à vérifier avant de cocher.</source>
        <translation>Looks like a record that is here already, or like a row above: check before ticking.</translation>
    </message>
    <message numerus="yes">
        <source>Faire %n brouillon(s)</source>
        <translation>
            <numerusform>Make %n draft</numerusform>
            <numerusform>Make %n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Effacer pour toujours</source>
        <translation>Erase for ever</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Record without a name</translation>
    </message>
    <message>
        <source>Toute la fiche</source>
        <translation>The whole record</translation>
    </message>
    <message>
        <source>Seulement ces réponses</source>
        <translation>Only these answers</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pourquoi ?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Choisissez une raison</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>La personne le demande</source>
        <translation>The person asks for it</translation>
    </message>
    <message>
        <source>Le consentement est retiré</source>
        <translation>Consent was withdrawn</translation>
    </message>
    <message>
        <source>Saisie par erreur</source>
        <translation>Entered by mistake</translation>
    </message>
    <message>
        <source>Durée de conservation échue</source>
        <translation>The time for keeping it is over</translation>
    </message>
    <message>
        <source>Décision d’une autorité</source>
        <translation>Decision of an authority</translation>
    </message>
    <message>
        <source>Cela ne se défait pas : ni la corbeille ni une sauvegarde ne rendront ces réponses.</source>
        <translation>This cannot be undone: neither the trash nor a backup will give these answers back.</translation>
    </message>
    <message>
        <source>Pour confirmer, tapez « {word} » ou le titre de la fiche</source>
        <translation>To confirm, type “{word}” or the title of the record</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Réponses : {answers} · dans l’historique : {revisions} · étapes : {steps}</source>
        <translation>Answers: {answers} · in the history: {revisions} · steps: {steps}</translation>
    </message>
    <message>
        <source>Photos et signatures : {files} · documents PDF : {documents}</source>
        <translation>Photos and signatures: {files} · PDF documents: {documents}</translation>
    </message>
    <message>
        <source>Sauvegardes de cet ordinateur, récrites sans ces réponses : {copies}</source>
        <translation>Backups on this computer, written again without these answers: {copies}</translation>
    </message>
    <message>
        <source>Envois qui les ont emportées : {count}. Le prochain dira au centre d’effacer.</source>
        <translation>Deliveries that carried them: {count}. The next one will tell the centre to erase.</translation>
    </message>
    <message>
        <source>Hors d’atteinte : la copie du {when}, {place}. Refaites-la ou détruisez-la.</source>
        <translation>Out of reach: the copy of {when}, {place}. Make it anew or destroy it.</translation>
    </message>
    <message>
        <source>Raisons de l’historique qui citent ces réponses, et qui restent : {count}</source>
        <translation>Reasons in the history that quote these answers, and stay: {count}</translation>
    </message>
</context>
<context>
    <name>EraseErrand</name>
    <message>
        <source>Effacer pour toujours…</source>
        <translation>Erase for ever…</translation>
    </message>
    <message>
        <source>Effacement, dans les sauvegardes aussi…</source>
        <translation>Erasing, in the backups too…</translation>
    </message>
    <message>
        <source>C’est effacé, dans les sauvegardes de cet ordinateur aussi.</source>
        <translation>It is erased, in the backups on this computer too.</translation>
    </message>
    <message>
        <source>C’est effacé ici. À refaire à la prochaine ouverture, dans : {places}</source>
        <translation>It is erased here. To be done again at the next opening, in: {places}</translation>
    </message>
    <message>
        <source>Un effacement demandé est mené à son terme…</source>
        <translation>An erasure that was asked for is being finished…</translation>
    </message>
    <message>
        <source>Effacer pour toujours</source>
        <translation>Erase for ever</translation>
    </message>
</context>
<context>
    <name>TeamErrand</name>
    <message>
        <source>À installer pour recevoir la suite : formulaire {form}, version {version}</source>
        <translation>To receive the rest, install the form {form}, version {version}</translation>
    </message>
    <message>
        <source>Où enregistrer la demande</source>
        <translation>Where to save the request</translation>
    </message>
    <message>
        <source>Ouvrir la demande d’un membre</source>
        <translation>Open a member’s request</translation>
    </message>
    <message>
        <source>Demandes (*.zip)</source>
        <translation>Requests (*.zip)</translation>
    </message>
    <message>
        <source>Ouvrir la réponse de l’équipe</source>
        <translation>Open the team’s answer</translation>
    </message>
    <message>
        <source>Réponses (*.zip)</source>
        <translation>Answers (*.zip)</translation>
    </message>
    <message>
        <source>Choisir le dossier d’échange</source>
        <translation>Choose the exchange folder</translation>
    </message>
    <message>
        <source>Lecture du dossier d’échange…</source>
        <translation>Reading the exchange folder…</translation>
    </message>
    <message>
        <source>Préparation des fichiers pour l’équipe…</source>
        <translation>Preparing files for the team…</translation>
    </message>
    <message>
        <source>Rien de nouveau.</source>
        <translation>Nothing new.</translation>
    </message>
    <message>
        <source>Où enregistrer la réponse</source>
        <translation>Where to save the answer</translation>
    </message>
    <message>
        <source>{name} est dans l’équipe. Remettez-lui ce fichier : {file}</source>
        <translation>{name} is in the team. Give them this file: {file}</translation>
    </message>
    <message>
        <source>Vous êtes dans l’équipe de {name}.</source>
        <translation>You are in {name}’s team.</translation>
    </message>
    <message>
        <source>{name} vous accueille dans son équipe.</source>
        <translation>{name} welcomes you to their team.</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à revoir : des réponses ne vont plus ensemble</source>
        <translation>
            <numerusform>%n record to review: answers no longer go together</numerusform>
            <numerusform>%n records to review: answers no longer go together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n désaccord(s) à trancher</source>
        <translation>
            <numerusform>%n disagreement to settle</numerusform>
            <numerusform>%n disagreements to settle</numerusform>
        </translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Partager les fiches terminées avec des collègues, par un dossier ou une clé USB.</source>
        <translation>Share finished records with colleagues, through a folder or a stick.</translation>
    </message>
    <message>
        <source>Ouvrir…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>{name} demande à rejoindre l’équipe.</source>
        <translation>{name} asks to join the team.</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) reçue(s) de {name}</source>
        <translation>
            <numerusform>%n record received from {name}</numerusform>
            <numerusform>%n records received from {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) laissée(s) pour {name}</source>
        <translation>
            <numerusform>%n record left for {name}</numerusform>
            <numerusform>%n records left for {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Demande enregistrée : {name}</source>
        <translation>Request saved: {name}</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Choisissez un dossier que toute l’équipe peut ouvrir, ou une clé USB.</source>
        <translation>Choose a folder that the whole team can open, or a stick.</translation>
    </message>
    <message numerus="yes">
        <source>%n modification(s) dont l’équipe n’a pas encore accusé réception.</source>
        <translation>
            <numerusform>%n change that the team has not acknowledged yet.</numerusform>
            <numerusform>%n changes that the team has not acknowledged yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Vous dirigez cette équipe, sous le numéro {code}.</source>
        <translation>You lead this team, under number {code}.</translation>
    </message>
    <message>
        <source>Équipe de {name}. Votre numéro : {code}.</source>
        <translation>{name}’s team. Your number: {code}.</translation>
    </message>
    <message>
        <source>Personne n’a encore rejoint l’équipe.</source>
        <translation>Nobody has joined the team yet.</translation>
    </message>
    <message>
        <source>Mots de l’équipe, à comparer de vive voix : {words}</source>
        <translation>The team’s words, to be compared aloud: {words}</translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Échanger avec l’équipe</source>
        <translation>Exchange with the team</translation>
    </message>
    <message>
        <source>Échanger maintenant</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>Choisir le dossier…</source>
        <translation>Choose the folder…</translation>
    </message>
    <message numerus="yes">
        <source>%n désaccord(s) à trancher</source>
        <translation>
            <numerusform>%n disagreement to settle</numerusform>
            <numerusform>%n disagreements to settle</numerusform>
        </translation>
    </message>
    <message>
        <source>Des collègues ont donné des réponses différentes à la même question. Toutes sont gardées ; en attendant, la dernière réponse commune est imprimée.</source>
        <translation>Colleagues gave different answers to the same question. All are kept; meanwhile, the last common answer is printed.</translation>
    </message>
    <message>
        <source>Voir et trancher…</source>
        <translation>See and settle…</translation>
    </message>
    <message>
        <source>Admettre un membre…</source>
        <translation>Admit a member…</translation>
    </message>
    <message>
        <source>Rejoindre une équipe</source>
        <translation>Join a team</translation>
    </message>
    <message>
        <source>1. Préparez la demande et remettez le fichier à la personne qui dirige l’équipe. 2. Ouvrez ici le fichier qu’elle vous rend. Les brouillons restent chez vous ; les fiches terminées sont partagées.</source>
        <translation>1. Prepare the request and give the file to the person who leads the team. 2. Open here the file they give back. Drafts stay with you; finished records are shared.</translation>
    </message>
    <message>
        <source>Préparer la demande…</source>
        <translation>Prepare the request…</translation>
    </message>
    <message>
        <source>Lisez ces huit mots à qui dirige l’équipe : les mêmes doivent s’y afficher.</source>
        <translation>Read these eight words to whoever leads the team: they must see the same.</translation>
    </message>
    <message>
        <source>Ouvrir la réponse…</source>
        <translation>Open the answer…</translation>
    </message>
    <message>
        <source>Ou créez une équipe : les autres vous remettront leurs demandes.</source>
        <translation>Or create a team: the others will give you their requests.</translation>
    </message>
    <message>
        <source>Créer une équipe</source>
        <translation>Create a team</translation>
    </message>
    <message>
        <source>Dossier d’échange : {folder}</source>
        <translation>Exchange folder: {folder}</translation>
    </message>
    <message>
        <source>L’équipe a reçu tout ce qui est terminé ici.</source>
        <translation>The team has received everything that is finished here.</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Comparer les mots</source>
        <translation>Compare the words</translation>
    </message>
    <message>
        <source>Lisez ces huit mots à cette personne, de vive voix ou au téléphone. S’ils diffèrent, quelqu’un d’autre a préparé ce fichier : annulez.</source>
        <translation>Read these eight words to that person, face to face or by telephone. If they differ, somebody else prepared this file: cancel.</translation>
    </message>
    <message>
        <source>Les mots sont les mêmes</source>
        <translation>The words are the same</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>(sans réponse)</source>
        <translation>(no answer)</translation>
    </message>
    <message>
        <source>Désaccords</source>
        <translation>Disagreements</translation>
    </message>
    <message>
        <source>Questions à trancher</source>
        <translation>Questions to settle</translation>
    </message>
    <message>
        <source>Réponses données</source>
        <translation>Answers given</translation>
    </message>
    <message>
        <source>Motif de la décision</source>
        <translation>Reason for the decision</translation>
    </message>
    <message>
        <source>Il reste dans l’historique de la fiche.</source>
        <translation>It stays in the history of the record.</translation>
    </message>
    <message>
        <source>Retenir cette réponse</source>
        <translation>Keep this answer</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Dernière réponse commune : {value}</source>
        <translation>Last common answer: {value}</translation>
    </message>
    <message>
        <source>Il ne reste aucun désaccord.</source>
        <translation>There is no disagreement left.</translation>
    </message>
    <message>
        <source>{value}   ({name}, le {day})</source>
        <translation>{value}   ({name}, {day})</translation>
    </message>
</context>
<context>
    <name>KeysErrand</name>
    <message numerus="yes">
        <source>Après %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Ces sauvegardes gardent ce qui les ouvrait : {names}.</source>
        <translation>These backups keep what opened them: {names}.</translation>
    </message>
    <message>
        <source>En faire une nouvelle…</source>
        <translation>Make a new one…</translation>
    </message>
    <message>
        <source>Elle rouvre l’espace si la phrase secrète est perdue. À refaire si elle a été vue.</source>
        <translation>It reopens the workspace when the passphrase is lost. Make a new one if somebody has seen it.</translation>
    </message>
    <message>
        <source>Clé de secours</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Changer…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Elle ouvre cet espace et ses sauvegardes. La changer ne touche à aucune fiche.</source>
        <translation>It opens this workspace and its backups. Changing it touches no record.</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Sur un ordinateur à plusieurs, chacun retrouve son espace à son nom.</source>
        <translation>On a shared computer, everyone finds their workspace by their name.</translation>
    </message>
    <message>
        <source>Nom sur la page d’ouverture</source>
        <translation>Name on the opening page</translation>
    </message>
    <message>
        <source>Choisir…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Quand personne n’est là, l’espace se ferme de lui-même ; Ctrl+L tout de suite.</source>
        <translation>When nobody is there, the workspace closes by itself; Ctrl+L closes it at once.</translation>
    </message>
    <message>
        <source>Verrouillage</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Le montrer</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>Ne plus le montrer</source>
        <translation>Stop showing it</translation>
    </message>
    <message>
        <source>Jamais (entraînement seulement)</source>
        <translation>Never (training only)</translation>
    </message>
    <message>
        <source>Verrouiller maintenant</source>
        <translation>Lock now</translation>
    </message>
    <message>
        <source>Nouvelle clé de secours en place. L’ancienne n’ouvre plus cet espace.</source>
        <translation>The new recovery key is in place. The old one no longer opens this workspace.</translation>
    </message>
    <message>
        <source>Phrase secrète changée. Les copies sur clé USB gardent l’ancienne.</source>
        <translation>Passphrase changed. Copies on USB sticks keep the old one.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message numerus="yes">
        <source>Reprendre dans %n seconde(s)</source>
        <translation>
            <numerusform>Resume in %n second</numerusform>
            <numerusform>Resume in %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>Ouvrir un autre espace</source>
        <translation>Open another workspace</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Tout ce qui a été répondu est enregistré. On reprend là où l’on était.</source>
        <translation>Every answer given is saved. You go on where you were.</translation>
    </message>
    <message>
        <source>Espace verrouillé</source>
        <translation>Workspace locked</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Resume</translation>
    </message>
</context>
<context>
    <name>NewKeyDialog</name>
    <message>
        <source>Faire une nouvelle clé</source>
        <translation>Make a new key</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>La clé actuelle n’ouvrira plus, dès que la nouvelle sera rangée. Tapez d’abord la phrase secrète : elle seule permet d’en faire une autre.</source>
        <translation>The present key stops working once the new one has been put away. First type the passphrase: it alone allows another key to be made.</translation>
    </message>
    <message>
        <source>Nouvelle clé de secours</source>
        <translation>New recovery key</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Les deux phrases secrètes ne sont pas les mêmes.</source>
        <translation>The two passphrases are not the same.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Changer la phrase</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>La même, une seconde fois</source>
        <translation>The same, once more</translation>
    </message>
    <message>
        <source>Au moins 10 caractères ; quelques mots conviennent bien.</source>
        <translation>At least 10 characters; a few words serve well.</translation>
    </message>
    <message>
        <source>Nouvelle phrase secrète</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Phrase secrète actuelle</source>
        <translation>Present passphrase</translation>
    </message>
    <message>
        <source>Les sauvegardes de cet ordinateur suivent. Les copies sur clé USB gardent la phrase du jour où elles ont été faites : refaites-les si l’ancienne a pu être vue.</source>
        <translation>The backups on this computer follow. Copies on USB sticks keep the passphrase of the day they were made: make them again if somebody may have seen the old one.</translation>
    </message>
    <message>
        <source>Changer la phrase secrète</source>
        <translation>Change the passphrase</translation>
    </message>
</context>
<context>
    <name>SpaceList</name>
    <message>
        <source>utilisé le {when}</source>
        <translation>used on {when}</translation>
    </message>
    <message>
        <source>Entraînement</source>
        <translation>Training</translation>
    </message>
</context>
<context>
    <name>StrengthLine</name>
    <message>
        <source>Solide</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>Convenable</source>
        <translation>Good enough</translation>
    </message>
    <message>
        <source>Faible : un ou deux mots de plus la rendraient solide</source>
        <translation>Weak: a word or two more would make it strong</translation>
    </message>
    <message>
        <source>Se devine aussitôt</source>
        <translation>Guessed at once</translation>
    </message>
    <message>
        <source>Connue de tout le monde : c’est celle de l’entraînement</source>
        <translation>Known to everybody: it is the one for training</translation>
    </message>
    <message>
        <source>Encore trop courte</source>
        <translation>Still too short</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Après</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>By</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>le début</source>
        <translation>the beginning</translation>
    </message>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <source>{when} · {what} · {who}</source>
        <translation>{when} · {what} · {who}</translation>
    </message>
    <message>
        <source>Motif : {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Avant : {text}</source>
        <translation>Before: {text}</translation>
    </message>
    <message>
        <source>Après : {text}</source>
        <translation>After: {text}</translation>
    </message>
    <message>
        <source>Le formulaire ne le demande plus ; la réponse est gardée.</source>
        <translation>The form no longer asks for it; the answer is kept.</translation>
    </message>
    <message>
        <source>Historique de {title}</source>
        <translation>History of {title}</translation>
    </message>
    <message>
        <source>la fiche</source>
        <translation>the record</translation>
    </message>
    <message>
        <source>Chercher une question, une valeur, un nom…</source>
        <translation>Search for a question, a value, a name…</translation>
    </message>
    <message>
        <source>Imprimer…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Seulement ce qui a changé</source>
        <translation>Only what changed</translation>
    </message>
    <message>
        <source>Comparer de</source>
        <translation>Compare from</translation>
    </message>
    <message>
        <source>à</source>
        <translation>to</translation>
    </message>
    <message>
        <source>Comparer jusqu’à</source>
        <translation>Compare up to</translation>
    </message>
    <message>
        <source>Rien à montrer ici</source>
        <translation>Nothing to show here</translation>
    </message>
    <message>
        <source>Aucune ligne de l’historique ne répond à ce choix.</source>
        <translation>No line of the history matches this choice.</translation>
    </message>
    <message>
        <source>Tout montrer</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Par date</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>Par question</source>
        <translation>By question</translation>
    </message>
    <message>
        <source>Ordre des lignes</source>
        <translation>Order of the lines</translation>
    </message>
    <message>
        <source>Ce qui n’est plus demandé</source>
        <translation>What is no longer asked</translation>
    </message>
    <message>
        <source>Aussi ce qui est pareil</source>
        <translation>Also what is the same</translation>
    </message>
</context>
<context>
    <name>HistoryErrand</name>
    <message>
        <source>Historique de la fiche</source>
        <translation>History of the record</translation>
    </message>
    <message>
        <source>Imprimer l’historique</source>
        <translation>Print the history</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Mise en page de l’historique…</source>
        <translation>Laying out the history…</translation>
    </message>
    <message>
        <source>PDF enregistré : {name}</source>
        <translation>PDF saved: {name}</translation>
    </message>
</context>
<context>
    <name>UpgradeDialog</name>
    <message>
        <source>Passer à la version {version} du formulaire</source>
        <translation>Move to version {version} of the form</translation>
    </message>
    <message>
        <source>Passer à la version {version}</source>
        <translation>Move to version {version}</translation>
    </message>
    <message>
        <source>Garder la version actuelle</source>
        <translation>Keep the present version</translation>
    </message>
    <message>
        <source>Celles-ci changent ; aucune n’est perdue, et une annulation remet tout en place.</source>
        <translation>These change; none is lost, and one undo puts everything back.</translation>
    </message>
    <message>
        <source>Rien d’autre ne change.</source>
        <translation>Nothing else changes.</translation>
    </message>
    <message>
        <source>Nouvelles questions : {names}</source>
        <translation>New questions: {names}</translation>
    </message>
    <message>
        <source>À remplir pour terminer : {names}</source>
        <translation>To be filled before finishing: {names}</translation>
    </message>
    <message>
        <source>Ce qui change</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Réponse</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Ce qu’elle devient</source>
        <translation>What becomes of it</translation>
    </message>
    <message>
        <source>à répondre de nouveau</source>
        <translation>to be answered again</translation>
    </message>
    <message>
        <source>fichier joint</source>
        <translation>attached file</translation>
    </message>
    <message numerus="yes">
        <source>%n réponse(s) restent où elles sont.</source>
        <translation>
            <numerusform>%n answer stays where it is.</numerusform>
            <numerusform>%n answers stay where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpgradeErrand</name>
    <message>
        <source>Passer à la nouvelle version du formulaire…</source>
        <translation>Move to the new version of the form…</translation>
    </message>
    <message>
        <source>Le brouillon est rempli avec la version {version}. Ctrl+Z revient à l’ancienne.</source>
        <translation>The draft is now filled with version {version}. Ctrl+Z goes back to the old one.</translation>
    </message>
    <message>
        <source>La version {version} du formulaire est disponible.</source>
        <translation>Version {version} of the form is available.</translation>
    </message>
    <message>
        <source>Voir ce qui changerait</source>
        <translation>See what would change</translation>
    </message>
</context>
<context>
    <name>VerifyErrand</name>
    <message>
        <source>Vérifier</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Chaque ligne du journal, chaque envoi et chaque fichier joint sont-ils tels qu’ils ont été écrits ?</source>
        <translation>Are every line of the journal, every sending and every attached file as they were written?</translation>
    </message>
    <message>
        <source>Vérifier maintenant</source>
        <translation>Verify now</translation>
    </message>
    <message>
        <source>Vérification de l’espace de travail…</source>
        <translation>Verifying the workspace…</translation>
    </message>
    <message numerus="yes">
        <source>… et %n autre(s)</source>
        <translation>
            <numerusform>… and %n other</numerusform>
            <numerusform>… and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormMenu</name>
    <message>
        <source>Formulaires…</source>
        <translation>Forms…</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Accueil</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Envoyer</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Nouvelle fiche</source>
        <translation>New record</translation>
    </message>
    <message>
        <source>Aucune fiche pour l’instant</source>
        <translation>No records yet</translation>
    </message>
    <message>
        <source>Ici se verra ce qui reste à faire : brouillons à reprendre, fiches à vérifier, envois. Tout reste sur cet ordinateur.</source>
        <translation>What is left to do will show here: drafts to resume, records to check, files to send. Everything stays on this computer.</translation>
    </message>
    <message>
        <source>Remplir une première fiche</source>
        <translation>Fill a first record</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>À faire</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Rien n’attend : aucun brouillon, rien à vérifier, rien à envoyer.</source>
        <translation>Nothing is waiting: no drafts, nothing to check, nothing to send.</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>Unnamed record</translation>
    </message>
    <message>
        <source>vérifiée le {day}</source>
        <translation>checked on {day}</translation>
    </message>
    <message>
        <source>Tout voir</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>Envoyer…</source>
        <translation>Send…</translation>
    </message>
    <message>
        <source>Recevoir l’accusé…</source>
        <translation>Take the receipt…</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à voir</source>
        <translation>
            <numerusform>%n record to look at</numerusform>
            <numerusform>%n records to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) revenue(s) avec des commentaires</source>
        <translation>
            <numerusform>%n record came back with comments</numerusform>
            <numerusform>%n records came back with comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à corriger, d’après le centre</source>
        <translation>
            <numerusform>%n record that the centre asks to correct</numerusform>
            <numerusform>%n records that the centre asks to correct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) sur lesquelles l’équipe n’est pas d’accord</source>
        <translation>
            <numerusform>%n record on which the team does not agree</numerusform>
            <numerusform>%n records on which the team does not agree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s) à reprendre</source>
        <translation>
            <numerusform>%n draft to resume</numerusform>
            <numerusform>%n drafts to resume</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à vérifier de nouveau</source>
        <translation>
            <numerusform>%n record to check again</numerusform>
            <numerusform>%n records to check again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à envoyer</source>
        <translation>
            <numerusform>%n record to send</numerusform>
            <numerusform>%n records to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) envoyée(s), sans accusé de réception</source>
        <translation>
            <numerusform>%n record sent, no receipt yet</numerusform>
            <numerusform>%n records sent, no receipt yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>Seulement sur cet ordinateur</source>
        <translation>Only on this computer</translation>
    </message>
    <message>
        <source>Copier sur une clé…</source>
        <translation>Copy to a stick…</translation>
    </message>
    <message>
        <source>Aucune réponse n’est seulement ici.</source>
        <translation>No answer is only here.</translation>
    </message>
    <message>
        <source>Tout ce qui est ici existe aussi ailleurs.</source>
        <translation>Everything here also exists elsewhere.</translation>
    </message>
    <message numerus="yes">
        <source>fiche(s) qui se perdrai(en)t avec lui</source>
        <translation>
            <numerusform>record that would be lost with it</numerusform>
            <numerusform>records that would be lost with it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fiche(s) dont des réponses ne sont nulle part ailleurs</source>
        <translation>
            <numerusform>record with answers that are nowhere else</numerusform>
            <numerusform>records with answers that are nowhere else</numerusform>
        </translation>
    </message>
    <message>
        <source>fiches, en entier ou pour leurs dernières réponses</source>
        <translation>records, whole or in their latest answers</translation>
    </message>
    <message>
        <source>Aucune copie sur un autre disque.</source>
        <translation>No copy on another disk.</translation>
    </message>
    <message>
        <source>Dernière copie ailleurs : {when}.</source>
        <translation>Last copy elsewhere: {when}.</translation>
    </message>
    <message numerus="yes">
        <source>Dernière copie ailleurs il y a %n jour(s) : {when}.</source>
        <translation>
            <numerusform>Last copy elsewhere %n day ago: {when}.</numerusform>
            <numerusform>Last copy elsewhere %n days ago: {when}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Complètes</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Brouillons</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Région</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Région pas encore dite</source>
        <translation>Region not yet told</translation>
    </message>
    <message>
        <source>Formulaire</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Les fiches se compteront ici, par région et par formulaire, dès la première.</source>
        <translation>Records will be counted here, by region and by form, from the first one on.</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) complète(s)</source>
        <translation>
            <numerusform>%n complete record</numerusform>
            <numerusform>%n complete records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changée(s) à l’instant, région pas encore relue</source>
        <translation>
            <numerusform>%n just changed, region not read again yet</numerusform>
            <numerusform>%n just changed, regions not read again yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWidget</name>
    <message>
        <source>Ne plus attendre</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Enregistrer une copie…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>Mettre l’original à la corbeille</source>
        <translation>Move the original to the bin</translation>
    </message>
    <message>
        <source>L’original est à la corbeille de l’ordinateur.</source>
        <translation>The original is in the computer’s bin.</translation>
    </message>
    <message>
        <source>Copie enregistrée, sans chiffrement.</source>
        <translation>Copy saved, not encrypted.</translation>
    </message>
    <message>
        <source>Retiré. Ctrl+Z le fait revenir.</source>
        <translation>Removed. Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <source>Lecture du fichier…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>On peut aussi déposer le fichier ici.</source>
        <translation>You can also drop the file here.</translation>
    </message>
</context>
<context>
    <name>FileFace</name>
    <message>
        <source>Ce fichier n’est pas sur cet ordinateur.</source>
        <translation>This file is not on this computer.</translation>
    </message>
    <message>
        <source>{size} Mo</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} ko</source>
        <translation>{size} kB</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Enregistrement sonore</source>
        <translation>Sound recording</translation>
    </message>
    <message>
        <source>Vidéo</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Sons</source>
        <translation>Sounds</translation>
    </message>
    <message>
        <source>Vidéos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Fichiers</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Choisir une photo…</source>
        <translation>Choose a photo…</translation>
    </message>
    <message>
        <source>Choisir un son…</source>
        <translation>Choose a sound…</translation>
    </message>
    <message>
        <source>Choisir une vidéo…</source>
        <translation>Choose a video…</translation>
    </message>
    <message>
        <source>Choisir un fichier…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Choisir une autre photo…</source>
        <translation>Choose another photo…</translation>
    </message>
    <message>
        <source>Choisir un autre son…</source>
        <translation>Choose another sound…</translation>
    </message>
    <message>
        <source>Choisir une autre vidéo…</source>
        <translation>Choose another video…</translation>
    </message>
    <message>
        <source>Choisir un autre fichier…</source>
        <translation>Choose another file…</translation>
    </message>
    <message>
        <source>Prendre une photo…</source>
        <translation>Take a photo…</translation>
    </message>
    <message>
        <source>Enregistrer un son…</source>
        <translation>Record a sound…</translation>
    </message>
    <message>
        <source>Filmer…</source>
        <translation>Film…</translation>
    </message>
    <message>
        <source>Dossier où l’appareil photo enregistre</source>
        <translation>Folder where the camera saves</translation>
    </message>
    <message>
        <source>Dossier où l’enregistreur enregistre</source>
        <translation>Folder where the recorder saves</translation>
    </message>
    <message>
        <source>Dossier où la caméra enregistre</source>
        <translation>Folder where the camera saves videos</translation>
    </message>
    <message>
        <source>Prenez la photo avec l’application de l’ordinateur : elle sera reprise de {folder}.</source>
        <translation>Take the photo with the computer’s own program: it will be picked up from {folder}.</translation>
    </message>
    <message>
        <source>Enregistrez avec l’application de l’ordinateur : le son sera repris de {folder}.</source>
        <translation>Record with the computer’s own program: the sound will be picked up from {folder}.</translation>
    </message>
    <message>
        <source>Filmez avec l’application de l’ordinateur : la vidéo sera reprise de {folder}.</source>
        <translation>Film with the computer’s own program: the video will be picked up from {folder}.</translation>
    </message>
</context>
<context>
    <name>Arranger</name>
    <message>
        <source>Copié, sans les photos ni les signatures. Ctrl+Z retire la copie.</source>
        <translation>Copied, without photos or signatures. Ctrl+Z takes the copy away.</translation>
    </message>
    <message>
        <source>Retiré. Ctrl+Z le fait revenir.</source>
        <translation>Removed. Ctrl+Z brings it back.</translation>
    </message>
</context>
<context>
    <name>InterviewPanel</name>
    <message>
        <source>Suite</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Quitter le mode entretien</source>
        <translation>Leave interview mode</translation>
    </message>
    <message>
        <source>Ce qui se dit, noté avec l’heure</source>
        <translation>What is being said, noted with the time</translation>
    </message>
    <message>
        <source>Réponse à laquelle la note s’ajoute</source>
        <translation>Answer to which the note is added</translation>
    </message>
    <message>
        <source>Entrée ajoute la note, avec l’heure, à la réponse :</source>
        <translation>Enter adds the note, with the time, to the answer:</translation>
    </message>
    <message>
        <source>Cette fiche n’a pas de question à texte long : rien ne peut y être noté.</source>
        <translation>This form has no question for a long text: nothing can be noted in it.</translation>
    </message>
    <message>
        <source>Ce qui se dit ({keys})</source>
        <translation>What is being said ({keys})</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Réponse à vérifier</source>
        <translation>Answer to check</translation>
    </message>
    <message>
        <source>Réponse nécessaire</source>
        <translation>Answer needed</translation>
    </message>
</context>
<context>
    <name>GuidanceView</name>
    <message>
        <source>Replier l’explication</source>
        <translation>Hide the explanation</translation>
    </message>
    <message>
        <source>Pourquoi cette question ?</source>
        <translation>Why this question?</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>à corriger</source>
        <translation>to be corrected</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>Liste ; Entrée ouvre la ligne choisie</source>
        <translation>List; Enter opens the chosen row</translation>
    </message>
</context>
<context>
    <name>FillManners</name>
    <message>
        <source>Questions en deux langues</source>
        <translation>Questions in two languages</translation>
    </message>
    <message>
        <source>Mode entretien</source>
        <translation>Interview mode</translation>
    </message>
    <message>
        <source>Questions aussi en : {name}</source>
        <translation>Questions also in: {name}</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Dans quelle langue travailler ?</source>
        <translation>Which language to work in?</translation>
    </message>
    <message>
        <source>Elle se change à tout moment, en haut de la fenêtre.</source>
        <translation>It can be changed at any time, at the top of the window.</translation>
    </message>
</context>
<context>
    <name>KindStep</name>
    <message>
        <source>Pour travailler, ou pour s’entraîner ?</source>
        <translation>For work, or for training?</translation>
    </message>
    <message>
        <source>L’un ne devient jamais l’autre.</source>
        <translation>One never becomes the other.</translation>
    </message>
    <message>
        <source>Pour travailler</source>
        <translation>For work</translation>
    </message>
    <message>
        <source>De vraies fiches, chiffrées par une phrase secrète, et que l’on envoie au centre.</source>
        <translation>Real records, encrypted with a passphrase, that are sent to the centre.</translation>
    </message>
    <message>
        <source>Pour s’entraîner</source>
        <translation>For training</translation>
    </message>
    <message>
        <source>Rien n’y est réel : pas de phrase secrète, chaque PDF le dit, aucun centre réel n’en prend.</source>
        <translation>Nothing in it is real: no passphrase, every PDF says so, and no real centre takes any of it.</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>Qui travaille ici ?</source>
        <translation>Who works here?</translation>
    </message>
    <message>
        <source>Le nom figure dans l’historique de chaque fiche, et sur la page d’ouverture.</source>
        <translation>The name stands in the history of each record, and on the opening page.</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Facultatif.</source>
        <translation>Optional.</translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Facultatif. Par exemple : conseil en emploi, enquête.</source>
        <translation>Optional. For example: employment advice, survey.</translation>
    </message>
</context>
<context>
    <name>PhraseStep</name>
    <message>
        <source>Une phrase secrète</source>
        <translation>A passphrase</translation>
    </message>
    <message>
        <source>Elle chiffre tout ce que contient l’espace, et se tape à chaque ouverture. Quatre ou cinq mots sans rapport entre eux se retiennent mieux qu’un mot compliqué.</source>
        <translation>It encrypts all that the workspace holds, and is typed each time it is opened. Four or five unrelated words are easier to remember than one complicated word.</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Au moins 10 caractères.</source>
        <translation>At least 10 characters.</translation>
    </message>
    <message>
        <source>La même, une seconde fois</source>
        <translation>The same, a second time</translation>
    </message>
</context>
<context>
    <name>WizardCard</name>
    <message>
        <source>Écrivez votre nom : il figure dans l’historique des fiches.</source>
        <translation>Write your name: it stands in the history of the records.</translation>
    </message>
    <message>
        <source>Les deux phrases secrètes ne sont pas les mêmes.</source>
        <translation>The two passphrases are not the same.</translation>
    </message>
    <message>
        <source>Créer un espace de travail · étape {number} sur {count}</source>
        <translation>Make a workspace · step {number} of {count}</translation>
    </message>
    <message>
        <source>Créer l’espace</source>
        <translation>Make the workspace</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ouvrir un espace existant</source>
        <translation>Open an existing workspace</translation>
    </message>
</context>
<context>
    <name>SpaceMaker</name>
    <message>
        <source>L’espace se prépare : chiffrement et formulaires de la mission…</source>
        <translation>The workspace is being made: encryption and the forms of the mission…</translation>
    </message>
</context>
<context>
    <name>SheetWriter</name>
    <message>
        <source>cle-de-secours.pdf</source>
        <translation>recovery-key.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Enregistrer la feuille à imprimer</source>
        <translation>Save the page to be printed</translation>
    </message>
    <message>
        <source>Feuille enregistrée : {name}. Imprimez-la, puis supprimez le fichier.</source>
        <translation>Page saved: {name}. Print it, then delete the file.</translation>
    </message>
</context>
<context>
    <name>TrainingSign</name>
    <message>
        <source>Entraînement · rien de ce qui est écrit ici n’est réel</source>
        <translation>Training · nothing written here is real</translation>
    </message>
</context>
<context>
    <name>RangeWidget</name>
    <message>
        <source>De {start} à {end}, par pas de {step}</source>
        <translation>From {start} to {end}, in steps of {step}</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Cette réponse est nécessaire pour terminer la fiche.</source>
        <translation>This answer is needed to complete the record.</translation>
    </message>
    <message>
        <source>Cette réponse n’est pas admise par la fiche.</source>
        <translation>The record does not allow this answer.</translation>
    </message>
    <message>
        <source>Écrivez un nombre entier, en chiffres.</source>
        <translation>Write a whole number, in digits.</translation>
    </message>
    <message>
        <source>Écrivez un nombre, en chiffres.</source>
        <translation>Write a number, in digits.</translation>
    </message>
    <message>
        <source>Écrivez une date qui existe, par exemple 31/05/2024.</source>
        <translation>Write a date that exists, such as 31/05/2024.</translation>
    </message>
    <message>
        <source>Écrivez une heure, par exemple 14:30.</source>
        <translation>Write a time, such as 14:30.</translation>
    </message>
    <message>
        <source>Écrivez une date et une heure, par exemple 31/05/2024 14:30.</source>
        <translation>Write a date and a time, such as 31/05/2024 14:30.</translation>
    </message>
    <message>
        <source>Écrivez la latitude puis la longitude, par exemple 34.0209, -6.8416.</source>
        <translation>Write the latitude, then the longitude, such as 34.0209, -6.8416.</translation>
    </message>
    <message>
        <source>Cette réponse n’a pas la forme attendue.</source>
        <translation>This answer does not have the expected form.</translation>
    </message>
</context>
</TS>
