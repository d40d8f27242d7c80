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
    <name>Errands</name>
    <message numerus="yes">
        <source>Accusé reçu : %n point(s) à corriger.</source>
        <translation>
            <numerusform>Accusé reçu : %n point à corriger.</numerusform>
            <numerusform>Accusé reçu : %n points à corriger.</numerusform>
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
    <name>SendPage</name>
    <message numerus="yes">
        <source>%n modification(s) à transmettre depuis le dernier accusé de réception.</source>
        <translation>
            <numerusform>%n modification à transmettre depuis le dernier accusé de réception.</numerusform>
            <numerusform>%n modifications à transmettre depuis le dernier accusé de réception.</numerusform>
        </translation>
    </message>
</context>
</TS>
