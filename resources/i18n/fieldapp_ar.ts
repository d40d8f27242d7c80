<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="fr">
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>Comme le système</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Plus petit</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Taille d’origine (maintenant {percent} %)</source>
        <translation>الحجم الأصلي (الآن {percent} %)</translation>
    </message>
</context>
<context>
    <name>BackHeader</name>
    <message>
        <source>Retour</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Lecture et vérification de cette sauvegarde…</source>
        <translation>جارٍ قراءة هذه النسخة والتحقق منها…</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s)</source>
        <translation>
            <numerusform>لا بطاقات</numerusform>
            <numerusform>بطاقة واحدة</numerusform>
            <numerusform>بطاقتان</numerusform>
            <numerusform>%n بطاقات</numerusform>
            <numerusform>%n بطاقة</numerusform>
            <numerusform>%n بطاقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Sauvegardes</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Remettre en place</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>{when}, mis de côté lors d’une reprise</source>
        <translation>{when}، وُضعت جانبًا عند استرجاع</translation>
    </message>
    <message>
        <source>Aucune sauvegarde pour l’instant : la première se fait à la fermeture.</source>
        <translation>لا نسخ احتياطية بعد: تُنجز الأولى عند الإغلاق.</translation>
    </message>
    <message>
        <source>Cette sauvegarde : {words}</source>
        <translation>هذه النسخة: {words}</translation>
    </message>
    <message>
        <source>Ici maintenant : {words}</source>
        <translation>هنا الآن: {words}</translation>
    </message>
    <message>
        <source>Ce qui est ici maintenant sera mis de côté, pas effacé.</source>
        <translation>ما هو هنا الآن سيوضع جانبًا ولن يُمحى.</translation>
    </message>
    <message>
        <source>{count}, dernier changement le {when} par {name}</source>
        <translation>{count}، آخر تغيير في {when} من {name}</translation>
    </message>
</context>
<context>
    <name>AcknowledgeWidget</name>
    <message>
        <source>Lu et compris</source>
        <translation>قرأت وفهمت</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Espace de travail</source>
        <translation>فضاء العمل</translation>
    </message>
    <message>
        <source>Entraînement · rien de ce qui est écrit ici n’est réel</source>
        <translation>تدريب · لا شيء مما يُكتب هنا حقيقي</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Changer d’espace</source>
        <translation>تغيير الفضاء</translation>
    </message>
    <message>
        <source>Formulaires</source>
        <translation>الاستمارات</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Fiches</source>
        <translation>البطاقات</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Replier</source>
        <translation>طيّ</translation>
    </message>
    <message>
        <source>Déplier</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Déplacer, copier ou retirer</source>
        <translation>نقل أو نسخ أو إزالة</translation>
    </message>
    <message>
        <source>à corriger</source>
        <translation>يحتاج إلى تصحيح</translation>
    </message>
    <message>
        <source>Dupliquer</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <source>Monter</source>
        <translation>نقل إلى أعلى</translation>
    </message>
    <message>
        <source>Descendre</source>
        <translation>نقل إلى أسفل</translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>Début de la mission</source>
        <translation>بداية المهمة</translation>
    </message>
    <message>
        <source>Une réponse datée d’avant ce jour est marquée comme douteuse.</source>
        <translation>كل إجابة مؤرّخة قبل هذا اليوم يُوضَع على تاريخها علامة شك.</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ClockWatch</name>
    <message>
        <source>Date et heure</source>
        <translation>التاريخ والساعة</translation>
    </message>
    <message>
        <source>L’ordre des réponses ne dépend pas de l’horloge ; leurs dates, si.</source>
        <translation>ترتيب الإجابات لا يتوقف على ساعة الحاسوب، أما تواريخها فتتوقف عليها.</translation>
    </message>
    <message>
        <source>Début de la mission…</source>
        <translation>بداية المهمة…</translation>
    </message>
    <message>
        <source>Rien n’est bloqué : les réponses sont gardées en ordre, leurs dates sont marquées.</source>
        <translation>لا شيء متوقف: الإجابات محفوظة بترتيبها، وعلى تواريخها علامة.</translation>
    </message>
    <message>
        <source>La date est juste</source>
        <translation>التاريخ صحيح</translation>
    </message>
    <message>
        <source>L’horloge de cet ordinateur indique le {now}, et ce programme n’existait pas encore. Réglez la date et l’heure.</source>
        <translation>تشير ساعة هذا الحاسوب إلى {now}، ولم يكن هذا البرنامج موجودًا آنذاك. اضبطوا التاريخ والساعة.</translation>
    </message>
    <message>
        <source>L’horloge de cet ordinateur indique le {now}, avant le début de la mission ({begins}). Réglez la date, ou corrigez ce début dans « Espace de travail ».</source>
        <translation>تشير ساعة هذا الحاسوب إلى {now}، أي قبل بداية المهمة ({begins}). اضبطوا التاريخ، أو صحّحوا هذه البداية في «فضاء العمل».</translation>
    </message>
    <message>
        <source>L’horloge de cet ordinateur indique le {now}, mais la dernière réponse est du {last}. Réglez la date ; si elle est juste maintenant, dites-le.</source>
        <translation>تشير ساعة هذا الحاسوب إلى {now}، لكن آخر إجابة بتاريخ {last}. اضبطوا التاريخ؛ وإن كان صحيحًا الآن فأكّدوه.</translation>
    </message>
    <message>
        <source>L’horloge de cet ordinateur indique le {now}, et la dernière réponse est du {last}. Si l’ordinateur n’a pas servi entre-temps, la date est juste : dites-le. Sinon, réglez-la.</source>
        <translation>تشير ساعة هذا الحاسوب إلى {now}، وآخر إجابة بتاريخ {last}. إن لم يُستعمل الحاسوب في هذه المدة فالتاريخ صحيح: أكّدوه. وإلا فاضبطوه.</translation>
    </message>
    <message>
        <source>Début de la mission : {begins}.</source>
        <translation>بداية المهمة: {begins}.</translation>
    </message>
    <message numerus="yes">
        <source>%n réponse(s) portent une date douteuse.</source>
        <translation>
            <numerusform>لا إجابات بتاريخ مشكوك فيه.</numerusform>
            <numerusform>إجابة واحدة بتاريخ مشكوك فيه.</numerusform>
            <numerusform>إجابتان بتاريخ مشكوك فيه.</numerusform>
            <numerusform>%n إجابات بتاريخ مشكوك فيه.</numerusform>
            <numerusform>%n إجابة بتاريخ مشكوك فيه.</numerusform>
            <numerusform>%n إجابة بتاريخ مشكوك فيه.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commander</name>
    <message>
        <source>Cette page</source>
        <translation>هذه الصفحة</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Nouvelle fiche : {form}</source>
        <translation>بطاقة جديدة: {form}</translation>
    </message>
    <message>
        <source>Formulaires</source>
        <translation>الاستمارات</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Fiches</source>
        <translation>البطاقات</translation>
    </message>
    <message>
        <source>Envoyer</source>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>Espace de travail</source>
        <translation>فضاء العمل</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
</context>
<context>
    <name>CommentLine</name>
    <message>
        <source>Écrire un commentaire…</source>
        <translation>اكتبوا تعليقا…</translation>
    </message>
    <message>
        <source>Commentaire</source>
        <translation>التعليق</translation>
    </message>
    <message>
        <source>Ce dont parle le commentaire</source>
        <translation>موضوع التعليق</translation>
    </message>
    <message>
        <source>Garder le commentaire</source>
        <translation>حفظ التعليق</translation>
    </message>
    <message>
        <source>Les commentaires vont à l’équipe, jamais à l’ANAPEC.</source>
        <translation>تصل التعليقات إلى الفريق، ولا تصل إلى أنابيك أبدا.</translation>
    </message>
    <message>
        <source>Toute la fiche</source>
        <translation>البطاقة كلها</translation>
    </message>
    <message>
        <source>Réponse à : {question}</source>
        <translation>رد على: {question}</translation>
    </message>
</context>
<context>
    <name>CommentMark</name>
    <message numerus="yes">
        <source>%n commentaire(s) ouvert(s)</source>
        <translation>
            <numerusform>لا تعليقات مفتوحة</numerusform>
            <numerusform>تعليق واحد مفتوح</numerusform>
            <numerusform>تعليقان مفتوحان</numerusform>
            <numerusform>%n تعليقات مفتوحة</numerusform>
            <numerusform>%n تعليقا مفتوحا</numerusform>
            <numerusform>%n تعليق مفتوح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commentaire(s) réglé(s)</source>
        <translation>
            <numerusform>لا تعليقات تمت تسويتها</numerusform>
            <numerusform>تعليق واحد تمت تسويته</numerusform>
            <numerusform>تعليقان تمت تسويتهما</numerusform>
            <numerusform>%n تعليقات تمت تسويتها</numerusform>
            <numerusform>%n تعليقا تمت تسويتها</numerusform>
            <numerusform>%n تعليق تمت تسويتها</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyErrand</name>
    <message>
        <source>Remise en place de la sauvegarde…</source>
        <translation>جارٍ استرجاع النسخة الاحتياطية…</translation>
    </message>
    <message>
        <source>Copie sur une clé USB</source>
        <translation>نسخة على مفتاح USB</translation>
    </message>
    <message>
        <source>Une copie chiffrée, relue et vérifiée, sur un autre disque.</source>
        <translation>نسخة مشفَّرة، تُعاد قراءتها والتحقق منها، على قرص آخر.</translation>
    </message>
    <message>
        <source>Copier…</source>
        <translation>نسخ…</translation>
    </message>
    <message>
        <source>Sauvegardes</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Faites chaque heure et à la fermeture. Regarder l’une d’elles, la remettre.</source>
        <translation>تُنجز كل ساعة وعند الإغلاق. يمكن معاينة إحداها واسترجاعها.</translation>
    </message>
    <message>
        <source>Voir…</source>
        <translation>عرض…</translation>
    </message>
    <message>
        <source>La sauvegarde est remise en place. Rouvrez l’espace pour continuer.</source>
        <translation>استُرجعت النسخة. أعيدوا فتح فضاء العمل للمتابعة.</translation>
    </message>
    <message>
        <source>Choisir la clé USB ou le disque</source>
        <translation>اختيار مفتاح USB أو القرص</translation>
    </message>
    <message>
        <source>Copie faite, relue et vérifiée : {name}.</source>
        <translation>أُنجزت النسخة وأُعيدت قراءتها وتم التحقق منها: {name}.</translation>
    </message>
    <message>
        <source>Copie vérifiée : {name}. Mais elle est sur le même disque, et se perdrait avec lui.</source>
        <translation>تم التحقق من النسخة: {name}. لكنها على القرص نفسه وتضيع معه.</translation>
    </message>
    <message>
        <source>Copie de l’espace de travail…</source>
        <translation>جارٍ نسخ فضاء العمل…</translation>
    </message>
</context>
<context>
    <name>DateWidget</name>
    <message>
        <source>Choisir dans le calendrier</source>
        <translation>الاختيار من التقويم</translation>
    </message>
    <message>
        <source>aaaa</source>
        <translation>سسسس</translation>
    </message>
    <message>
        <source>mm/aaaa</source>
        <translation>‎شش‎/‎سسسس</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>‎يي‎/‎شش‎/‎سسسس</translation>
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
        <translation>تصدير بصيغة PDF</translation>
    </message>
    <message>
        <source>PDF enregistré : {name}</source>
        <translation>حُفظ ملف PDF: {name}</translation>
    </message>
    <message>
        <source>Mise en page de la fiche…</source>
        <translation>جارٍ إعداد صفحات البطاقة…</translation>
    </message>
    <message>
        <source>Formulaires (*.xlsx *.xml *.md);;Tous les fichiers (*)</source>
        <translation>استمارات (*.xlsx *.xml *.md);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Choisir un formulaire</source>
        <translation>اختيار استمارة</translation>
    </message>
    <message>
        <source>Lecture du formulaire…</source>
        <translation>قراءة الاستمارة…</translation>
    </message>
    <message>
        <source>Formulaire installé : {title}, version {version}.</source>
        <translation>ثُبّتت الاستمارة: {title}، الإصدار {version}.</translation>
    </message>
    <message>
        <source>Ce formulaire était déjà là : {title}, version {version}. Rien n’a changé.</source>
        <translation>هذه الاستمارة كانت موجودة من قبل: {title}، الإصدار {version}. لم يتغير شيء.</translation>
    </message>
</context>
<context>
    <name>FillPage</name>
    <message>
        <source>Fiche complète. Elle partira avec le prochain envoi.</source>
        <translation>اكتملت البطاقة. ستُرسل مع الإرسال المقبل.</translation>
    </message>
    <message>
        <source>Fiche complète. Elle reste dans l’équipe et ne part pas à l’ANAPEC.</source>
        <translation>اكتملت البطاقة. تبقى داخل الفريق ولا تُرسل إلى الوكالة.</translation>
    </message>
    <message>
        <source>Fiches</source>
        <translation>البطاقات</translation>
    </message>
    <message>
        <source>Annuler la dernière réponse</source>
        <translation>التراجع عن آخر جواب</translation>
    </message>
    <message>
        <source>Rétablir</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Autres actions</source>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>Exporter en PDF…</source>
        <translation>تصدير بصيغة PDF…</translation>
    </message>
    <message>
        <source>Terminer la fiche</source>
        <translation>إنهاء البطاقة</translation>
    </message>
    <message>
        <source>Rouvrir la fiche…</source>
        <translation>إعادة فتح البطاقة…</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
    <message>
        <source>Fiche complète · révision {number}</source>
        <translation>بطاقة مكتملة · المراجعة {number}</translation>
    </message>
    <message>
        <source>Enregistré à {time} · sur cet ordinateur seulement</source>
        <translation>حُفظ على الساعة {time} · على هذا الحاسوب فقط</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>&amp;Formulaire</source>
        <translation>الا&amp;ستمارة</translation>
    </message>
    <message>
        <source>Tous les formulaires</source>
        <translation>كل الاستمارات</translation>
    </message>
    <message>
        <source>É&amp;tat</source>
        <translation>ال&amp;حالة</translation>
    </message>
    <message>
        <source>Brouillons et fiches complètes</source>
        <translation>المسودات والبطاقات المكتملة</translation>
    </message>
    <message>
        <source>Brouillons</source>
        <translation>المسودات</translation>
    </message>
    <message>
        <source>Complètes</source>
        <translation>المكتملة</translation>
    </message>
    <message>
        <source>&amp;Région</source>
        <translation>الج&amp;هة</translation>
    </message>
    <message>
        <source>Toutes les régions</source>
        <translation>كل الجهات</translation>
    </message>
    <message>
        <source>&amp;Saisie par</source>
        <translation>أد&amp;خلها</translation>
    </message>
    <message>
        <source>Toutes les personnes</source>
        <translation>كل الأشخاص</translation>
    </message>
    <message>
        <source>À re&amp;vérifier</source>
        <translation>للتحق&amp;ق من جديد</translation>
    </message>
    <message>
        <source>Fiches qui n’ont pas été vérifiées depuis douze mois</source>
        <translation>بطاقات لم يُتحقق منها منذ اثني عشر شهرا</translation>
    </message>
    <message>
        <source>À com&amp;pléter</source>
        <translation>للإت&amp;مام</translation>
    </message>
    <message>
        <source>Brouillons où une réponse manque ou ne convient pas</source>
        <translation>مسودات ينقصها جواب أو فيها جواب غير مناسب</translation>
    </message>
    <message>
        <source>Tr&amp;i</source>
        <translation>التر&amp;تيب</translation>
    </message>
    <message>
        <source>Les plus récentes</source>
        <translation>الأحدث أولا</translation>
    </message>
    <message>
        <source>Les plus anciennes</source>
        <translation>الأقدم أولا</translation>
    </message>
    <message>
        <source>Nom, de A à Z</source>
        <translation>الاسم من الألف إلى الياء</translation>
    </message>
    <message>
        <source>Nom, de Z à A</source>
        <translation>الاسم من الياء إلى الألف</translation>
    </message>
    <message>
        <source>Formulaire</source>
        <translation>الاستمارة</translation>
    </message>
    <message>
        <source>État</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Région</source>
        <translation>الجهة</translation>
    </message>
    <message>
        <source>&amp;Effacer les filtres</source>
        <translation>إل&amp;غاء التصفية</translation>
    </message>
    <message>
        <source>Recherche…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fiche(s)</source>
        <translation>
            <numerusform>لا بطاقات</numerusform>
            <numerusform>بطاقة واحدة</numerusform>
            <numerusform>بطاقتان</numerusform>
            <numerusform>%Ln بطاقات</numerusform>
            <numerusform>%Ln بطاقة</numerusform>
            <numerusform>%Ln بطاقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln autre(s) en préparation</source>
        <translation>
            <numerusform>لا بطاقات قيد التحضير</numerusform>
            <numerusform>بطاقة أخرى قيد التحضير</numerusform>
            <numerusform>بطاقتان أخريان قيد التحضير</numerusform>
            <numerusform>%Ln بطاقات أخرى قيد التحضير</numerusform>
            <numerusform>%Ln بطاقة أخرى قيد التحضير</numerusform>
            <numerusform>%Ln بطاقة أخرى قيد التحضير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln brouillon(s) à examiner</source>
        <translation>
            <numerusform>لا مسودات قيد الفحص</numerusform>
            <numerusform>مسودة قيد الفحص</numerusform>
            <numerusform>مسودتان قيد الفحص</numerusform>
            <numerusform>%Ln مسودات قيد الفحص</numerusform>
            <numerusform>%Ln مسودة قيد الفحص</numerusform>
            <numerusform>%Ln مسودة قيد الفحص</numerusform>
        </translation>
    </message>
    <message>
        <source>Va&amp;lidation</source>
        <translation>الم&amp;صادقة</translation>
    </message>
    <message>
        <source>Toutes les étapes</source>
        <translation>كل المراحل</translation>
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
        <translation>تثبيت هذه الاستمارة</translation>
    </message>
    <message>
        <source>Relire le fichier</source>
        <translation>إعادة قراءة الملف</translation>
    </message>
    <message>
        <source>Copier la liste</source>
        <translation>نسخ القائمة</translation>
    </message>
    <message>
        <source>Ce qui a été trouvé dans le formulaire</source>
        <translation>ما وُجد في الاستمارة</translation>
    </message>
    <message>
        <source>Le formulaire peut être installé. Lisez d’abord ce qui suit.</source>
        <translation>يمكن تثبيت الاستمارة. اقرؤوا أولا ما يلي.</translation>
    </message>
    <message>
        <source>Rien n’a été installé. Corrigez le fichier, enregistrez-le, puis relisez-le ici.</source>
        <translation>لم يُثبَّت شيء. صحّحوا الملف واحفظوه، ثم أعيدوا قراءته هنا.</translation>
    </message>
    <message numerus="yes">
        <source>%n erreur(s)</source>
        <translation>
            <numerusform>لا أخطاء</numerusform>
            <numerusform>خطأ واحد</numerusform>
            <numerusform>خطآن</numerusform>
            <numerusform>%n أخطاء</numerusform>
            <numerusform>%n خطأ</numerusform>
            <numerusform>%n خطأ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avertissement(s)</source>
        <translation>
            <numerusform>لا تنبيهات</numerusform>
            <numerusform>تنبيه واحد</numerusform>
            <numerusform>تنبيهان</numerusform>
            <numerusform>%n تنبيهات</numerusform>
            <numerusform>%n تنبيها</numerusform>
            <numerusform>%n تنبيه</numerusform>
        </translation>
    </message>
    <message>
        <source>Erreur</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Avertissement</source>
        <translation>تنبيه</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Contrôle du formulaire</source>
        <translation>فحص الاستمارة</translation>
    </message>
    <message>
        <source>Formulaires</source>
        <translation>الاستمارات</translation>
    </message>
    <message>
        <source>Installer un formulaire…</source>
        <translation>تثبيت استمارة…</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>الإصدار {version}</translation>
    </message>
    <message>
        <source>installé le {date}</source>
        <translation>ثُبّتت يوم {date}</translation>
    </message>
    <message>
        <source>Sert aux nouvelles fiches</source>
        <translation>للبطاقات الجديدة</translation>
    </message>
    <message>
        <source>Garde les fiches commencées avec cette version</source>
        <translation>للبطاقات التي بدأت بهذا الإصدار</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Aide</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Touches du clavier</source>
        <translation>خريطة المفاتيح</translation>
    </message>
    <message>
        <source>Touche</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Effet</source>
        <translation>الأثر</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Arrêter</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Arrêt en cours…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message numerus="yes">
        <source>encore %n seconde(s)</source>
        <translation>
            <numerusform>بقي أقل من ثانية</numerusform>
            <numerusform>بقيت ثانية واحدة</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %n ثوان</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>encore %n minute(s)</source>
        <translation>
            <numerusform>بقي أقل من دقيقة</numerusform>
            <numerusform>بقيت دقيقة واحدة</numerusform>
            <numerusform>بقيت دقيقتان</numerusform>
            <numerusform>بقيت %n دقائق</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Partout</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>Dans la liste des fiches</source>
        <translation>في قائمة البطاقات</translation>
    </message>
    <message>
        <source>Dans une fiche</source>
        <translation>في بطاقة</translation>
    </message>
    <message>
        <source>Dans une question</source>
        <translation>في سؤال</translation>
    </message>
    <message>
        <source>Dans les autres pages</source>
        <translation>في الصفحات الأخرى</translation>
    </message>
    <message>
        <source>Dans le contrôle d’un formulaire</source>
        <translation>في فحص استمارة</translation>
    </message>
    <message>
        <source>cette carte des touches ; une seconde fois, l’aide</source>
        <translation>خريطة المفاتيح هذه؛ ومرة ثانية، المساعدة</translation>
    </message>
    <message>
        <source>tout faire en tapant : une action, une fiche par son nom, un formulaire à commencer</source>
        <translation>كل شيء بالكتابة: إجراء، أو بطاقة باسمها، أو استمارة للبدء بها</translation>
    </message>
    <message>
        <source>montrer une lettre sur chaque bouton ; Alt et cette lettre le pressent</source>
        <translation>إظهار حرف على كل زر؛ Alt مع هذا الحرف يضغطه</translation>
    </message>
    <message>
        <source>formulaires</source>
        <translation>الاستمارات</translation>
    </message>
    <message>
        <source>espace de travail</source>
        <translation>فضاء العمل</translation>
    </message>
    <message>
        <source>corbeille</source>
        <translation>سلة المهملات</translation>
    </message>
    <message>
        <source>verrouiller l’espace</source>
        <translation>قفل الفضاء</translation>
    </message>
    <message>
        <source>tout montrer en plus grand</source>
        <translation>إظهار كل شيء أكبر</translation>
    </message>
    <message>
        <source>tout montrer en plus petit</source>
        <translation>إظهار كل شيء أصغر</translation>
    </message>
    <message>
        <source>taille d’origine</source>
        <translation>الحجم الأصلي</translation>
    </message>
    <message>
        <source>nouvelle fiche</source>
        <translation>بطاقة جديدة</translation>
    </message>
    <message>
        <source>chercher dans les fiches</source>
        <translation>البحث في البطاقات</translation>
    </message>
    <message>
        <source>de la recherche à la liste</source>
        <translation>من البحث إلى القائمة</translation>
    </message>
    <message>
        <source>ouvrir la fiche</source>
        <translation>فتح البطاقة</translation>
    </message>
    <message>
        <source>ce que l’on peut faire de la fiche</source>
        <translation>ما يمكن فعله بالبطاقة</translation>
    </message>
    <message>
        <source>annuler la dernière réponse</source>
        <translation>التراجع عن آخر جواب</translation>
    </message>
    <message>
        <source>rétablir la réponse annulée</source>
        <translation>إعادة الجواب المتراجع عنه</translation>
    </message>
    <message>
        <source>section suivante</source>
        <translation>القسم التالي</translation>
    </message>
    <message>
        <source>section précédente</source>
        <translation>القسم السابق</translation>
    </message>
    <message>
        <source>terminer la fiche</source>
        <translation>إنهاء البطاقة</translation>
    </message>
    <message>
        <source>revenir à la liste</source>
        <translation>الرجوع إلى القائمة</translation>
    </message>
    <message>
        <source>question suivante</source>
        <translation>السؤال التالي</translation>
    </message>
    <message>
        <source>question précédente</source>
        <translation>السؤال السابق</translation>
    </message>
    <message>
        <source>choisir la case ou le bouton</source>
        <translation>اختيار الخانة أو الزر</translation>
    </message>
    <message>
        <source>retirer un choix unique</source>
        <translation>إزالة الاختيار</translation>
    </message>
    <message>
        <source>ouvrir une liste à chercher</source>
        <translation>فتح قائمة للبحث</translation>
    </message>
    <message>
        <source>revenir où l’on était</source>
        <translation>الرجوع إلى حيث كنا</translation>
    </message>
    <message>
        <source>chercher dans la page</source>
        <translation>البحث في الصفحة</translation>
    </message>
    <message>
        <source>copier toute la liste des erreurs</source>
        <translation>نسخ قائمة الأخطاء كلها</translation>
    </message>
    <message>
        <source>accueil</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>toutes les fiches</source>
        <translation>كل البطاقات</translation>
    </message>
    <message>
        <source>commentaires et validation de la fiche</source>
        <translation>تعليقات البطاقة والمصادقة عليها</translation>
    </message>
    <message>
        <source>de la question à la liste des sections, et retour</source>
        <translation>من السؤال إلى قائمة الأقسام، والعودة</translation>
    </message>
    <message>
        <source>réponse suivante à revoir</source>
        <translation>الجواب التالي الذي تجب مراجعته</translation>
    </message>
    <message>
        <source>réponse précédente à revoir</source>
        <translation>الجواب السابق الذي تجب مراجعته</translation>
    </message>
    <message>
        <source>pourquoi cette question</source>
        <translation>لماذا هذا السؤال</translation>
    </message>
    <message>
        <source>questions en deux langues</source>
        <translation>الأسئلة بلغتين</translation>
    </message>
    <message>
        <source>mode entretien, et retour</source>
        <translation>وضع المقابلة، والعودة</translation>
    </message>
    <message>
        <source>noter ce qui se dit (mode entretien)</source>
        <translation>تدوين ما يقال (وضع المقابلة)</translation>
    </message>
    <message>
        <source>cocher un frein entendu (mode entretien)</source>
        <translation>تأشير عائق ذُكر (وضع المقابلة)</translation>
    </message>
    <message>
        <source>ajouter un élément à la liste (un site, une étape…)</source>
        <translation>إضافة عنصر إلى القائمة (موقع، مرحلة…)</translation>
    </message>
    <message>
        <source>dupliquer l’élément</source>
        <translation>تكرار العنصر</translation>
    </message>
    <message>
        <source>monter l’élément</source>
        <translation>نقل العنصر إلى أعلى</translation>
    </message>
    <message>
        <source>descendre l’élément</source>
        <translation>نقل العنصر إلى أسفل</translation>
    </message>
    <message>
        <source>retirer l’élément</source>
        <translation>إزالة العنصر</translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>Maj</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Page suivante</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Page précédente</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Flèche gauche</source>
        <translation>السهم الأيسر</translation>
    </message>
    <message>
        <source>Flèche droite</source>
        <translation>السهم الأيمن</translation>
    </message>
    <message>
        <source>Flèche bas</source>
        <translation>السهم السفلي</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>LossLine</name>
    <message>
        <source>Sauvegardes…</source>
        <translation>النسخ الاحتياطية…</translation>
    </message>
    <message numerus="yes">
        <source>Seulement ici : %n fiche(s).</source>
        <translation>
            <numerusform>هنا فقط: لا بطاقات.</numerusform>
            <numerusform>هنا فقط: بطاقة واحدة.</numerusform>
            <numerusform>هنا فقط: بطاقتان.</numerusform>
            <numerusform>هنا فقط: %n بطاقات.</numerusform>
            <numerusform>هنا فقط: %n بطاقة.</numerusform>
            <numerusform>هنا فقط: %n بطاقة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Réponses gardées seulement ici dans %n autre(s) fiche(s).</source>
        <translation>
            <numerusform>لا إجابات محفوظة هنا فقط في بطاقات أخرى.</numerusform>
            <numerusform>إجابات محفوظة هنا فقط في بطاقة أخرى واحدة.</numerusform>
            <numerusform>إجابات محفوظة هنا فقط في بطاقتين أخريين.</numerusform>
            <numerusform>إجابات محفوظة هنا فقط في %n بطاقات أخرى.</numerusform>
            <numerusform>إجابات محفوظة هنا فقط في %n بطاقة أخرى.</numerusform>
            <numerusform>إجابات محفوظة هنا فقط في %n بطاقة أخرى.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copier sur une clé…</source>
        <translation>نسخ إلى مفتاح USB…</translation>
    </message>
    <message>
        <source>Aucune réponse n’est seulement sur cet ordinateur.</source>
        <translation>لا يوجد أي جواب على هذا الحاسوب وحده.</translation>
    </message>
    <message>
        <source>Tout ce qui est ici existe aussi ailleurs.</source>
        <translation>كل ما هو هنا موجود أيضًا في مكان آخر.</translation>
    </message>
    <message>
        <source>Aucune copie sur un autre disque.</source>
        <translation>لا توجد نسخة على قرص آخر.</translation>
    </message>
    <message>
        <source>Dernière copie ailleurs : {when}.</source>
        <translation>آخر نسخة في مكان آخر: {when}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Fiches de terrain</source>
        <translation>بطاقات الميدان</translation>
    </message>
    <message>
        <source>Fiches de terrain · entraînement</source>
        <translation>بطاقات الميدان · تدريب</translation>
    </message>
</context>
<context>
    <name>MomentWidget</name>
    <message>
        <source>jj/mm/aaaa hh:mm</source>
        <translation>‎يي‎/‎شش‎/‎سسسس‎ ‎سس‎:‎دد</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Sections de la fiche</source>
        <translation>أقسام البطاقة</translation>
    </message>
    <message>
        <source>vide</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>commencée</source>
        <translation>بدأ ملؤه</translation>
    </message>
    <message>
        <source>à corriger</source>
        <translation>يحتاج إلى تصحيح</translation>
    </message>
    <message>
        <source>complète</source>
        <translation>مكتمل</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Fermer</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Que voulez-vous faire ?</source>
        <translation>ماذا تريدون أن تفعلوا؟</translation>
    </message>
    <message>
        <source>Une action, une fiche, un formulaire à commencer…</source>
        <translation>إجراء، أو بطاقة، أو استمارة للبدء بها…</translation>
    </message>
    <message>
        <source>Ce qui répond</source>
        <translation>ما يطابق</translation>
    </message>
    <message>
        <source>Rien ne répond à ces mots. Essayez le début d’un autre.</source>
        <translation>لا شيء يطابق هذه الكلمات. جرّبوا بداية كلمة أخرى.</translation>
    </message>
</context>
<context>
    <name>PickerWidget</name>
    <message>
        <source>Choisir, ou écrire pour chercher</source>
        <translation>اختاروا، أو اكتبوا للبحث</translation>
    </message>
    <message>
        <source>Montrer tous les choix</source>
        <translation>إظهار كل الاختيارات</translation>
    </message>
</context>
<context>
    <name>PlaceWidget</name>
    <message>
        <source>34.0209, -6.8416, ou le lien d’une carte</source>
        <translation>⁦34.0209, -6.8416⁩ أو رابط خريطة</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>خريطة</translation>
    </message>
    <message>
        <source>Plus près</source>
        <translation>تقريب</translation>
    </message>
    <message>
        <source>Plus loin</source>
        <translation>إبعاد</translation>
    </message>
    <message>
        <source>Tout le pays</source>
        <translation>البلاد كلها</translation>
    </message>
    <message>
        <source>Flèches pour déplacer la croix (Maj : finement), Entrée pour choisir, Échap pour fermer.</source>
        <translation>الأسهم لتحريك العلامة (مع Shift: بدقة)، Enter للاختيار، Esc للإغلاق.</translation>
    </message>
    <message>
        <source>Hors des provinces du Maroc : vérifiez la latitude, puis la longitude.</source>
        <translation>خارج أقاليم المغرب: تحققوا من خط العرض ثم خط الطول.</translation>
    </message>
    <message>
        <source>Ce lien court ne contient pas la position. Ouvrez-le dans un navigateur et copiez l’adresse complète.</source>
        <translation>هذا الرابط المختصر لا يحتوي على الموقع. افتحوه في متصفح وانسخوا العنوان الكامل.</translation>
    </message>
    <message>
        <source>Ce lien ne contient pas de position.</source>
        <translation>هذا الرابط لا يحتوي على موقع.</translation>
    </message>
    <message>
        <source>à {distance} km près</source>
        <translation>بدقة {distance} كم</translation>
    </message>
    <message>
        <source>à {distance} m près</source>
        <translation>بدقة {distance} م</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message numerus="yes">
        <source>%n réponse(s) à revoir</source>
        <translation>
            <numerusform>لا أجوبة للمراجعة</numerusform>
            <numerusform>جواب واحد للمراجعة</numerusform>
            <numerusform>جوابان للمراجعة</numerusform>
            <numerusform>%n أجوبة للمراجعة</numerusform>
            <numerusform>%n جوابا للمراجعة</numerusform>
            <numerusform>%n جواب للمراجعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Entrée ou un clic mène à la question. La fiche reste enregistrée.</source>
        <translation>زر الإدخال أو نقرة يقودان إلى السؤال. تبقى البطاقة محفوظة.</translation>
    </message>
    <message>
        <source>Plus rien à revoir</source>
        <translation>لم يبق ما يُراجع</translation>
    </message>
    <message>
        <source>La fiche peut être terminée.</source>
        <translation>يمكن إنهاء البطاقة.</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Aucune fiche à choisir sur cet ordinateur pour l’instant.</source>
        <translation>لا توجد أي بطاقة للاختيار على هذا الحاسوب الآن.</translation>
    </message>
    <message>
        <source>Rien à choisir pour l’instant : répondez d’abord aux questions dont la liste dépend.</source>
        <translation>لا اختيارات الآن: أجيبوا أولا عن الأسئلة التي تتوقف عليها.</translation>
    </message>
    <message>
        <source>réponse nécessaire</source>
        <translation>جواب ضروري</translation>
    </message>
</context>
<context>
    <name>RankWidget</name>
    <message>
        <source>Cochez dans l’ordre : le numéro donne la place.</source>
        <translation>علّموا بالترتيب: الرقم هو المرتبة.</translation>
    </message>
</context>
<context>
    <name>RecordsModel</name>
    <message>
        <source>Fiche</source>
        <translation>بطاقة</translation>
    </message>
    <message>
        <source>Formulaire</source>
        <translation>الاستمارة</translation>
    </message>
    <message>
        <source>État</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Transmission</source>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>Modifiée</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
    <message>
        <source>{form} (version {version})</source>
        <translation>{form} (الإصدار {version})</translation>
    </message>
    <message>
        <source>Brouillon</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Complète</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>Fichier d’envoi préparé</source>
        <translation>أُعدّ ملف الإرسال</translation>
    </message>
    <message>
        <source>Reçue par le centre</source>
        <translation>تسلّمها المركز</translation>
    </message>
    <message>
        <source>Intégrée au centre</source>
        <translation>أُدمجت في المركز</translation>
    </message>
    <message>
        <source>En discussion</source>
        <translation>قيد النقاش</translation>
    </message>
    <message>
        <source>À corriger</source>
        <translation>تحتاج إلى تصحيح</translation>
    </message>
    <message>
        <source>Sur cet ordinateur seulement</source>
        <translation>على هذا الحاسوب فقط</translation>
    </message>
    <message>
        <source>Aujourd’hui, {time}</source>
        <translation>اليوم، {time}</translation>
    </message>
    <message>
        <source>{column} : cliquer pour trier</source>
        <translation>{column}: انقروا للترتيب</translation>
    </message>
    <message>
        <source>{column} : trié dans l’ordre inverse</source>
        <translation>{column}: مرتبة ترتيبا عكسيا</translation>
    </message>
    <message>
        <source>{column} : trié</source>
        <translation>{column}: مرتبة</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Ouvrir</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Fiches</source>
        <translation>البطاقات</translation>
    </message>
    <message>
        <source>Chercher dans les fiches</source>
        <translation>البحث في البطاقات</translation>
    </message>
    <message>
        <source>Nouvelle fiche</source>
        <translation>بطاقة جديدة</translation>
    </message>
    <message>
        <source>Envoyer</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Aucune fiche pour l’instant</source>
        <translation>لا توجد بطاقات بعد</translation>
    </message>
    <message>
        <source>Ici se rangeront les fiches des organisations rencontrées. Tout reste sur cet ordinateur.</source>
        <translation>هنا ستُرتّب بطاقات المنظمات التي تلتقون بها. يبقى كل شيء على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Remplir une première fiche</source>
        <translation>ملء أول بطاقة</translation>
    </message>
    <message>
        <source>Aucune fiche ne contient « {text} »</source>
        <translation>لا توجد بطاقة تتضمن «{text}»</translation>
    </message>
    <message>
        <source>Essayez un autre mot, ou un morceau du nom.</source>
        <translation>جربوا كلمة أخرى، أو جزءا من الاسم.</translation>
    </message>
    <message>
        <source>Effacer la recherche</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>Chercher un nom, un sigle, un téléphone, un lieu…</source>
        <translation>ابحثوا عن اسم أو رمز مختصر أو هاتف أو مكان…</translation>
    </message>
    <message>
        <source>Aucune fiche ne répond à ces filtres</source>
        <translation>لا توجد بطاقة توافق هذه التصفية</translation>
    </message>
    <message>
        <source>Des filtres sont actifs : sans eux, la recherche porte sur toutes les fiches.</source>
        <translation>التصفية مفعّلة: بدونها يشمل البحث كل البطاقات.</translation>
    </message>
    <message>
        <source>Tout effacer</source>
        <translation>إلغاء الكل</translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Feuille à imprimer (PDF)…</source>
        <translation>ورقة للطباعة (PDF)…</translation>
    </message>
    <message>
        <source>Si la phrase secrète est perdue, seule cette clé rouvre l’espace. Elle n’est montrée qu’une fois : imprimez la feuille, ou recopiez-la sur papier, et gardez-la ailleurs que cet ordinateur.</source>
        <translation>إذا ضاعت العبارة السرية فهذا المفتاح وحده يفتح الفضاء من جديد. لا يظهر إلا مرة واحدة: اطبعوا الورقة أو انسخوه على ورق، واحفظوه بعيدا عن هذا الحاسوب.</translation>
    </message>
    <message>
        <source>La clé de secours de cet espace</source>
        <translation>مفتاح النجدة لهذا الفضاء</translation>
    </message>
    <message>
        <source>Copier</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>La clé est notée et rangée ailleurs</source>
        <translation>دُوّن المفتاح وحُفظ في مكان آخر</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>RefusalErrand</name>
    <message>
        <source>Réponses données avant le refus ou l’arrêt, et encore gardées ici : {count}.</source>
        <translation>أجوبة أعطيت قبل الرفض أو التوقف وما زالت محفوظة هنا: {count}.</translation>
    </message>
    <message>
        <source>Les effacer…</source>
        <translation>محوها…</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Effacer pour toujours</source>
        <translation>محو نهائي</translation>
    </message>
    <message>
        <source>Ces fiches et toutes leurs réponses seront effacées, ici et dans les sauvegardes.</source>
        <translation>ستُمحى هذه البطاقات وجميع إجاباتها، هنا وفي النسخ الاحتياطية.</translation>
    </message>
    <message>
        <source>Personne ne pourra les reprendre.</source>
        <translation>ولن يستطيع أحد استرجاعها.</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
    <message>
        <source>Pour confirmer, écrivez le nombre de fiches : {count}</source>
        <translation>للتأكيد، اكتبوا عدد البطاقات: {count}</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Les garder</source>
        <translation>الاحتفاظ بها</translation>
    </message>
</context>
<context>
    <name>ReopenBar</name>
    <message>
        <source>Pourquoi rouvrir cette fiche ?</source>
        <translation>لماذا يُعاد فتح هذه البطاقة؟</translation>
    </message>
    <message>
        <source>Par exemple : nouvelle adresse ; sans nom de personne</source>
        <translation>مثلا: عنوان جديد؛ دون اسم أي شخص</translation>
    </message>
    <message>
        <source>Rouvrir</source>
        <translation>إعادة الفتح</translation>
    </message>
    <message>
        <source>Laisser comme elle est</source>
        <translation>تركها كما هي</translation>
    </message>
    <message>
        <source>Le motif reste pour toujours dans l’historique : n’y nommez personne.</source>
        <translation>السبب يبقى في السجل إلى الأبد: لا تذكروا فيه اسم أحد.</translation>
    </message>
</context>
<context>
    <name>RepeatView</name>
    <message>
        <source>Ajouter : {name}</source>
        <translation>إضافة: {name}</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Rien ici pour l’instant.</source>
        <translation>لا شيء هنا بعد.</translation>
    </message>
</context>
<context>
    <name>RescueCard</name>
    <message>
        <source>Phrase secrète perdue</source>
        <translation>ضياع العبارة السرية</translation>
    </message>
    <message>
        <source>La clé de secours a été montrée à la création de l’espace. Rien de ce qu’il contient n’est perdu.</source>
        <translation>عُرض مفتاح النجدة عند إنشاء الفضاء. لم يضع شيء مما يحتويه.</translation>
    </message>
    <message>
        <source>Clé de secours</source>
        <translation>مفتاح النجدة</translation>
    </message>
    <message>
        <source>Elle commence par AGE-SECRET-KEY.</source>
        <translation>يبدأ بـ AGE-SECRET-KEY.</translation>
    </message>
    <message>
        <source>Nouvelle phrase secrète</source>
        <translation>عبارة سرية جديدة</translation>
    </message>
    <message>
        <source>Au moins 10 caractères.</source>
        <translation>10 أحرف على الأقل.</translation>
    </message>
    <message>
        <source>La même, une seconde fois</source>
        <translation>نفسها مرة ثانية</translation>
    </message>
    <message>
        <source>Changer la phrase et ouvrir</source>
        <translation>تغيير العبارة والفتح</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>ReviewErrand</name>
    <message>
        <source>Commentaires et validation</source>
        <translation>التعليقات والمصادقة</translation>
    </message>
    <message>
        <source>{name} : du nouveau</source>
        <translation>{name}: جديد</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Commentaires et validation</source>
        <translation>التعليقات والمصادقة</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Aucun commentaire ouvert.</source>
        <translation>لا توجد تعليقات مفتوحة.</translation>
    </message>
    <message numerus="yes">
        <source>Montrer les %n commentaire(s) réglé(s)</source>
        <translation>
            <numerusform>إظهار التعليقات التي تمت تسويتها</numerusform>
            <numerusform>إظهار التعليق الذي تمت تسويته</numerusform>
            <numerusform>إظهار التعليقين اللذين تمت تسويتهما</numerusform>
            <numerusform>إظهار %n تعليقات تمت تسويتها</numerusform>
            <numerusform>إظهار %n تعليقا تمت تسويتها</numerusform>
            <numerusform>إظهار %n تعليق تمت تسويتها</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>À vérifier</source>
        <translation>في انتظار التحقق</translation>
    </message>
    <message>
        <source>Vérifiée</source>
        <translation>تم التحقق منها</translation>
    </message>
    <message>
        <source>Soumise</source>
        <translation>مقدَّمة</translation>
    </message>
    <message>
        <source>Renvoyée</source>
        <translation>أعيدت</translation>
    </message>
    <message>
        <source>Validée, BIT</source>
        <translation>مصادق عليها، مكتب العمل الدولي</translation>
    </message>
    <message>
        <source>Validée, ANAPEC</source>
        <translation>مصادق عليها، أنابيك</translation>
    </message>
    <message>
        <source>Marquer comme vérifiée</source>
        <translation>تسجيلها كبطاقة تم التحقق منها</translation>
    </message>
    <message>
        <source>Soumettre au BIT</source>
        <translation>تقديمها إلى مكتب العمل الدولي</translation>
    </message>
    <message>
        <source>Renvoyer avec les commentaires</source>
        <translation>إعادتها مع التعليقات</translation>
    </message>
    <message>
        <source>Valider au nom du BIT</source>
        <translation>المصادقة باسم مكتب العمل الدولي</translation>
    </message>
    <message>
        <source>Valider au nom de l’ANAPEC</source>
        <translation>المصادقة باسم أنابيك</translation>
    </message>
    <message>
        <source>agent ou agente</source>
        <translation>عون ميداني</translation>
    </message>
    <message>
        <source>vérificateur ou vérificatrice</source>
        <translation>التحقق من البطاقات</translation>
    </message>
    <message>
        <source>responsable</source>
        <translation>الإشراف</translation>
    </message>
    <message>
        <source>BIT</source>
        <translation>مكتب العمل الدولي</translation>
    </message>
    <message>
        <source>ANAPEC</source>
        <translation>أنابيك</translation>
    </message>
    <message>
        <source>Commentaires ouverts</source>
        <translation>تعليقات مفتوحة</translation>
    </message>
</context>
<context>
    <name>SampleErrand</name>
    <message>
        <source>Mission d’exemple</source>
        <translation>مهمة للتمرين</translation>
    </message>
    <message>
        <source>Des organisations, des entretiens, des mesures et un mois de notes, tous inventés.</source>
        <translation>منظمات ومقابلات وتدابير وشهر من التقارير الميدانية، وكلها مختلقة.</translation>
    </message>
    <message>
        <source>Charger</source>
        <translation>تحميل</translation>
    </message>
    <message>
        <source>Toute la mission d’exemple est déjà là.</source>
        <translation>مهمة التمرين موجودة هنا كاملة.</translation>
    </message>
    <message>
        <source>Chargement de la mission d’exemple…</source>
        <translation>جارٍ تحميل مهمة التمرين…</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) inventée(s) chargée(s).</source>
        <translation>
            <numerusform>لم تُحمَّل أي بطاقة مختلقة.</numerusform>
            <numerusform>حُمّلت بطاقة مختلقة واحدة.</numerusform>
            <numerusform>حُمّلت بطاقتان مختلقتان.</numerusform>
            <numerusform>حُمّلت %n بطاقات مختلقة.</numerusform>
            <numerusform>حُمّلت %n بطاقة مختلقة.</numerusform>
            <numerusform>حُمّلت %n بطاقة مختلقة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Chercher</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Effacer la recherche</source>
        <translation>مسح البحث</translation>
    </message>
</context>
<context>
    <name>SearchedBoxesWidget</name>
    <message>
        <source>Écrire pour chercher</source>
        <translation>اكتبوا للبحث</translation>
    </message>
    <message>
        <source>Choisi : {names}</source>
        <translation>المختار: {names}</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>Section suivante : {title}</source>
        <translation>القسم التالي: {title}</translation>
    </message>
</context>
<context>
    <name>SendErrand</name>
    <message>
        <source>Où enregistrer le fichier d’envoi</source>
        <translation>أين يُحفظ ملف الإرسال</translation>
    </message>
    <message>
        <source>Fichier d’envoi prêt : {name}. Remettez-le au centre.</source>
        <translation>ملف الإرسال جاهز: {name}. سلّموه إلى المركز.</translation>
    </message>
    <message>
        <source>Préparation du fichier d’envoi…</source>
        <translation>جارٍ إعداد ملف الإرسال…</translation>
    </message>
    <message>
        <source>Accusés de réception (*.age);;Tous les fichiers (*)</source>
        <translation>إشعارات التسلم (*.age);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Ouvrir un accusé de réception</source>
        <translation>فتح إشعار بالتسلم</translation>
    </message>
    <message numerus="yes">
        <source>Accusé reçu : %n point(s) à corriger.</source>
        <translation>
            <numerusform>وصل الإشعار: لا نقاط للتصحيح.</numerusform>
            <numerusform>وصل الإشعار: نقطة واحدة للتصحيح.</numerusform>
            <numerusform>وصل الإشعار: نقطتان للتصحيح.</numerusform>
            <numerusform>وصل الإشعار: %n نقاط للتصحيح.</numerusform>
            <numerusform>وصل الإشعار: %n نقطة للتصحيح.</numerusform>
            <numerusform>وصل الإشعار: %n نقطة للتصحيح.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accusé reçu : l’envoi est intégré au centre.</source>
        <translation>وصل الإشعار: أُدمج الإرسال في المركز.</translation>
    </message>
    <message>
        <source>Enregistrer la demande</source>
        <translation>حفظ الطلب</translation>
    </message>
    <message>
        <source>Demande (*.zip)</source>
        <translation>طلب (*.zip)</translation>
    </message>
    <message>
        <source>Demande enregistrée : {name}</source>
        <translation>حُفظ الطلب: {name}</translation>
    </message>
    <message>
        <source>Ouvrir la réponse du centre</source>
        <translation>فتح جواب المركز</translation>
    </message>
    <message>
        <source>Réponse (*.zip);;Tous les fichiers (*)</source>
        <translation>جواب (*.zip);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Cet ordinateur est relié au centre sous le numéro {code}.</source>
        <translation>هذا الحاسوب مرتبط بالمركز تحت الرقم {code}.</translation>
    </message>
    <message numerus="yes">
        <source>%n fichier(s) d’envoi prêts. Remettez-les tous au centre.</source>
        <translation>
            <numerusform>لا ملفات إرسال جاهزة.</numerusform>
            <numerusform>ملف إرسال واحد جاهز. سلّموه إلى المركز.</numerusform>
            <numerusform>ملفّا إرسال جاهزان. سلّموهما إلى المركز.</numerusform>
            <numerusform>%n ملفات إرسال جاهزة. سلّموها كلها إلى المركز.</numerusform>
            <numerusform>%n ملف إرسال جاهز. سلّموها كلها إلى المركز.</numerusform>
            <numerusform>%n ملف إرسال جاهز. سلّموها كلها إلى المركز.</numerusform>
        </translation>
    </message>
    <message>
        <source>C’est trop lourd pour un courriel : prenez une clé USB.</source>
        <translation>حجمه أكبر من أن يُرسل بالبريد الإلكتروني: استعملوا مفتاح USB.</translation>
    </message>
    <message>
        <source>Préparation du fichier d’envoi, {number}ᵉ partie…</source>
        <translation>جارٍ إعداد ملف الإرسال، الجزء {number}…</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Envoyer</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Relier cet ordinateur au centre</source>
        <translation>ربط هذا الحاسوب بالمركز</translation>
    </message>
    <message>
        <source>À faire une seule fois. 1. Préparez la demande et remettez le fichier au centre, par clé USB ou par courriel. 2. Ouvrez ici le fichier qu’il vous rend.</source>
        <translation>يُنجز مرة واحدة. 1. أعدّوا الطلب وسلّموا الملف إلى المركز، بمفتاح USB أو بالبريد الإلكتروني. 2. افتحوا هنا الملف الذي يعيده إليكم.</translation>
    </message>
    <message>
        <source>Préparer la demande…</source>
        <translation>إعداد الطلب…</translation>
    </message>
    <message>
        <source>Lisez ces huit mots au centre, par téléphone : il doit voir les mêmes.</source>
        <translation>اقرؤوا هذه الكلمات الثماني للمركز عبر الهاتف: يجب أن يرى الكلمات نفسها.</translation>
    </message>
    <message>
        <source>Ouvrir la réponse du centre…</source>
        <translation>فتح جواب المركز…</translation>
    </message>
    <message>
        <source>Préparer un fichier d’envoi</source>
        <translation>إعداد ملف إرسال</translation>
    </message>
    <message numerus="yes">
        <source>%n modification(s) à transmettre depuis le dernier accusé de réception.</source>
        <translation>
            <numerusform>لا تعديلات للإرسال منذ آخر إشعار بالتسلم.</numerusform>
            <numerusform>تعديل واحد للإرسال منذ آخر إشعار بالتسلم.</numerusform>
            <numerusform>تعديلان للإرسال منذ آخر إشعار بالتسلم.</numerusform>
            <numerusform>%n تعديلات للإرسال منذ آخر إشعار بالتسلم.</numerusform>
            <numerusform>%n تعديلا للإرسال منذ آخر إشعار بالتسلم.</numerusform>
            <numerusform>%n تعديل للإرسال منذ آخر إشعار بالتسلم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rien de nouveau à transmettre. Les fiches partent une fois terminées.</source>
        <translation>لا جديد للإرسال. تُرسل البطاقات بعد إنهائها.</translation>
    </message>
    <message>
        <source>Le fichier est chiffré et signé : seul le centre peut le lire.</source>
        <translation>الملف مشفّر وموقّع: المركز وحده يستطيع قراءته.</translation>
    </message>
    <message>
        <source>Préparer le fichier…</source>
        <translation>إعداد الملف…</translation>
    </message>
    <message>
        <source>Votre centre se reconnaît à ces mots ; il doit pouvoir vous les lire : {words}</source>
        <translation>يُعرف مركزكم بهذه الكلمات، ويجب أن يستطيع قراءتها عليكم: {words}</translation>
    </message>
    <message>
        <source>Recevoir un accusé de réception</source>
        <translation>تسلّم إشعار بالتسلم</translation>
    </message>
    <message>
        <source>Le centre répond à chaque envoi par un fichier qui dit ce qui est intégré ou à corriger.</source>
        <translation>يجيب المركز عن كل إرسال بملف يبيّن ما أُدمج وما يحتاج إلى تصحيح.</translation>
    </message>
    <message>
        <source>Fichiers préparés : {sent}. Accusés reçus : {answered}.</source>
        <translation>الملفات المُعدّة: {sent}. الإشعارات الواردة: {answered}.</translation>
    </message>
    <message>
        <source>Ouvrir un accusé…</source>
        <translation>فتح إشعار…</translation>
    </message>
</context>
<context>
    <name>SignatureWidget</name>
    <message>
        <source>Signature enregistrée</source>
        <translation>حُفظ التوقيع</translation>
    </message>
    <message>
        <source>Signer ici, avec le stylet ou la souris</source>
        <translation>وقّعوا هنا بالقلم أو بالفأرة</translation>
    </message>
    <message>
        <source>Recommencer</source>
        <translation>إعادة التوقيع</translation>
    </message>
    <message>
        <source>Signature tracée le {day} à {hour}</source>
        <translation>وُقِّعت يوم {day} على الساعة {hour}</translation>
    </message>
</context>
<context>
    <name>StateBox</name>
    <message>
        <source>Votre rôle : {role}</source>
        <translation>دوركم: {role}</translation>
    </message>
    <message>
        <source>Était « {state} » ; une réponse a changé depuis.</source>
        <translation>كانت «{state}»؛ وتغير أحد الأجوبة بعد ذلك.</translation>
    </message>
    <message>
        <source>par {name}</source>
        <translation>من طرف {name}</translation>
    </message>
    <message>
        <source>Deux personnes l’ont fait avancer en même temps : la prochaine décide.</source>
        <translation>نقلها شخصان في الوقت نفسه: من ينقلها بعد ذلك يحسم الأمر.</translation>
    </message>
    <message>
        <source>Les autres la verront quand elle aura été terminée une fois.</source>
        <translation>سيراها الآخرون بعد إكمالها مرة واحدة.</translation>
    </message>
</context>
<context>
    <name>ThreadCard</name>
    <message>
        <source>La réponse était : {text}</source>
        <translation>كان الجواب: {text}</translation>
    </message>
    <message>
        <source>Toute la fiche</source>
        <translation>البطاقة كلها</translation>
    </message>
    <message>
        <source>Aller à la question : {name}</source>
        <translation>الذهاب إلى السؤال: {name}</translation>
    </message>
    <message>
        <source>vous</source>
        <translation>أنتم</translation>
    </message>
    <message>
        <source>personne inconnue</source>
        <translation>شخص غير معروف</translation>
    </message>
    <message>
        <source>réglé</source>
        <translation>تمت التسوية</translation>
    </message>
    <message>
        <source>nouveau</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Rouvrir</source>
        <translation>إعادة الفتح</translation>
    </message>
    <message>
        <source>Répondre</source>
        <translation>الرد</translation>
    </message>
    <message>
        <source>Régler</source>
        <translation>تسوية</translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Fiche mise à la corbeille.</source>
        <translation>نُقلت البطاقة إلى سلة المهملات.</translation>
    </message>
    <message>
        <source>La remettre</source>
        <translation>إرجاعها</translation>
    </message>
</context>
<context>
    <name>TimeWidget</name>
    <message>
        <source>hh:mm</source>
        <translation>سس:دد</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>نقل إلى سلة المهملات</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
    <message>
        <source>Pourquoi ? (facultatif)</source>
        <translation>لماذا؟ (اختياري)</translation>
    </message>
    <message>
        <source>Doublon</source>
        <translation>مكرّرة</translation>
    </message>
    <message>
        <source>Essai</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>Saisie par erreur</source>
        <translation>أُدخلت خطأً</translation>
    </message>
    <message>
        <source>Hors du champ</source>
        <translation>خارج نطاق المهمة</translation>
    </message>
    <message>
        <source>La raison reste avec la fiche. N’y écrivez rien de personnel.</source>
        <translation>يبقى السبب مع البطاقة. لا تكتبوا فيه شيئًا شخصيًا.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>TrashErrand</name>
    <message>
        <source>Corbeille</source>
        <translation>سلة المهملات</translation>
    </message>
    <message>
        <source>Les fiches mises de côté : elles se reprennent, avec leurs réponses.</source>
        <translation>البطاقات الموضوعة جانبًا: يمكن استرجاعها مع إجاباتها.</translation>
    </message>
    <message>
        <source>Voir…</source>
        <translation>عرض…</translation>
    </message>
    <message>
        <source>Mettre à la corbeille…</source>
        <translation>نقل إلى سلة المهملات…</translation>
    </message>
    <message>
        <source>Voir la corbeille</source>
        <translation>عرض سلة المهملات</translation>
    </message>
    <message>
        <source>La fiche est de retour dans la liste.</source>
        <translation>عادت البطاقة إلى القائمة.</translation>
    </message>
    <message>
        <source>Effacement, dans les sauvegardes aussi…</source>
        <translation>جارٍ المحو، في النسخ الاحتياطية أيضًا…</translation>
    </message>
    <message>
        <source>Ces fiches sont effacées pour toujours.</source>
        <translation>مُحيت هذه البطاقات نهائيًا.</translation>
    </message>
    <message>
        <source>Vide.</source>
        <translation>فارغة.</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) dans la corbeille.</source>
        <translation>
            <numerusform>لا بطاقات في سلة المهملات.</numerusform>
            <numerusform>بطاقة واحدة في سلة المهملات.</numerusform>
            <numerusform>بطاقتان في سلة المهملات.</numerusform>
            <numerusform>%n بطاقات في سلة المهملات.</numerusform>
            <numerusform>%n بطاقة في سلة المهملات.</numerusform>
            <numerusform>%n بطاقة في سلة المهملات.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashModel</name>
    <message>
        <source>Fiche</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Depuis le</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Gardée encore</source>
        <translation>تُحفظ لمدة</translation>
    </message>
    <message>
        <source>{when} (horloge douteuse)</source>
        <translation>{when} (ساعة مشكوك فيها)</translation>
    </message>
    <message numerus="yes">
        <source>%n jour(s)</source>
        <translation>
            <numerusform>لا أيام</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>90 jours passés</source>
        <translation>انقضت 90 يومًا</translation>
    </message>
    <message>
        <source>Fiche effacée pour toujours</source>
        <translation>بطاقة مُحيت نهائيًا</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Retour</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Corbeille</source>
        <translation>سلة المهملات</translation>
    </message>
    <message>
        <source>Chercher un titre…</source>
        <translation>البحث عن عنوان…</translation>
    </message>
    <message>
        <source>Chercher dans la corbeille</source>
        <translation>البحث في سلة المهملات</translation>
    </message>
    <message>
        <source>Rien ne disparaît de soi-même. Entrée remet la fiche choisie, avec toutes ses réponses.</source>
        <translation>لا يختفي شيء من تلقاء نفسه. مفتاح الإدخال يعيد البطاقة المختارة مع جميع إجاباتها.</translation>
    </message>
    <message>
        <source>La corbeille est vide</source>
        <translation>سلة المهملات فارغة</translation>
    </message>
    <message>
        <source>Les fiches mises de côté se retrouvent ici, avec leurs réponses.</source>
        <translation>تجدون هنا البطاقات الموضوعة جانبًا، مع إجاباتها.</translation>
    </message>
    <message>
        <source>Aucun titre ne contient « {text} »</source>
        <translation>لا عنوان يحتوي على «{text}»</translation>
    </message>
    <message>
        <source>Essayez un autre mot, ou un morceau du nom.</source>
        <translation>جرّبوا كلمة أخرى، أو جزءًا من الاسم.</translation>
    </message>
    <message>
        <source>Effacer la recherche</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>مفتاح الإدخال</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) sont là depuis plus de 90 jours.</source>
        <translation>
            <numerusform>لا بطاقات هنا منذ أكثر من 90 يومًا.</numerusform>
            <numerusform>بطاقة واحدة هنا منذ أكثر من 90 يومًا.</numerusform>
            <numerusform>بطاقتان هنا منذ أكثر من 90 يومًا.</numerusform>
            <numerusform>%n بطاقات هنا منذ أكثر من 90 يومًا.</numerusform>
            <numerusform>%n بطاقة هنا منذ أكثر من 90 يومًا.</numerusform>
            <numerusform>%n بطاقة هنا منذ أكثر من 90 يومًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Les effacer pour toujours…</source>
        <translation>محوها نهائيًا…</translation>
    </message>
</context>
<context>
    <name>Upgrader</name>
    <message>
        <source>Mise à jour de l’espace de travail pour cette version. L’ancien fichier est gardé.</source>
        <translation>جارٍ تحديث فضاء العمل ليناسب هذا الإصدار. الملف القديم محفوظ.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>Ouvrir dans %n seconde(s)</source>
        <translation>
            <numerusform>فتح</numerusform>
            <numerusform>فتح بعد ثانية واحدة</numerusform>
            <numerusform>فتح بعد ثانيتين</numerusform>
            <numerusform>فتح بعد %n ثوان</numerusform>
            <numerusform>فتح بعد %n ثانية</numerusform>
            <numerusform>فتح بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Les deux phrases secrètes ne sont pas les mêmes.</source>
        <translation>العبارتان السريتان غير متطابقتين.</translation>
    </message>
    <message>
        <source>Fiches de terrain</source>
        <translation>بطاقات الميدان</translation>
    </message>
    <message>
        <source>Remplir des fiches sans réseau, les signer, les transmettre.</source>
        <translation>ملء البطاقات دون شبكة، وتوقيعها، وإرسالها.</translation>
    </message>
    <message>
        <source>Ouvrir un espace de travail</source>
        <translation>فتح فضاء عمل</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>العبارة السرية</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Phrase secrète perdue ?</source>
        <translation>هل ضاعت العبارة السرية؟</translation>
    </message>
    <message>
        <source>Créer un autre espace de travail</source>
        <translation>إنشاء فضاء عمل آخر</translation>
    </message>
</context>
<context>
    <name>WorkspacePage</name>
    <message>
        <source>Espace de travail</source>
        <translation>فضاء العمل</translation>
    </message>
</context>
<context>
    <name>RecordMenu</name>
    <message>
        <source>Exporter en PDF…</source>
        <translation>تصدير بصيغة PDF…</translation>
    </message>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>نقل إلى سلة المهملات</translation>
    </message>
</context>
<context>
    <name>InterruptionCard</name>
    <message>
        <source>La dernière séance a été coupée</source>
        <translation>انقطعت الجلسة الأخيرة</translation>
    </message>
    <message>
        <source>Toutes les réponses données sont là ; seule celle qui s’écrivait à cet instant a pu se perdre.</source>
        <translation>كل الأجوبة المعطاة موجودة هنا؛ وحده الجواب الذي كان يُكتب في تلك اللحظة قد يكون ضاع.</translation>
    </message>
    <message>
        <source>C’est vu</source>
        <translation>تم الاطلاع</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>نقل إلى سلة المهملات</translation>
    </message>
    <message>
        <source>« {title} » : dernière réponse gardée le {day} à {time}, à la question « {question} ».</source>
        <translation>«{title}»: آخر جواب محفوظ بتاريخ {day} على الساعة {time}، عن السؤال «{question}».</translation>
    </message>
    <message>
        <source>L’horloge de l’ordinateur était douteuse.</source>
        <translation>كانت ساعة الحاسوب مشكوكًا فيها.</translation>
    </message>
    <message numerus="yes">
        <source>Et %n autre(s) fiche(s) en cours.</source>
        <translation>
            <numerusform>ولا بطاقات أخرى قيد الملء.</numerusform>
            <numerusform>وبطاقة أخرى قيد الملء.</numerusform>
            <numerusform>وبطاقتان أخريان قيد الملء.</numerusform>
            <numerusform>و%n بطاقات أخرى قيد الملء.</numerusform>
            <numerusform>و%n بطاقة أخرى قيد الملء.</numerusform>
            <numerusform>و%n بطاقة أخرى قيد الملء.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommunesErrand</name>
    <message>
        <source>Liste des communes</source>
        <translation>لائحة الجماعات</translation>
    </message>
    <message>
        <source>La liste officielle que l’ANAPEC remet : on y choisit la commune d’un site.</source>
        <translation>اللائحة الرسمية التي تسلمها الأنابيك: تُختار منها جماعة المقر.</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Listes CSV (*.csv *.txt);;Tous les fichiers (*)</source>
        <translation>لوائح CSV (*.csv *.txt);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Choisir une liste de communes</source>
        <translation>اختيار لائحة جماعات</translation>
    </message>
    <message>
        <source>Lecture de la liste…</source>
        <translation>جارٍ قراءة اللائحة…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>تراجع</translation>
    </message>
    <message numerus="yes">
        <source>Liste prise : %n commune(s) à choisir.</source>
        <translation>
            <numerusform>أُخذت اللائحة، ولا جماعة فيها.</numerusform>
            <numerusform>أُخذت اللائحة: جماعة واحدة للاختيار.</numerusform>
            <numerusform>أُخذت اللائحة: جماعتان للاختيار.</numerusform>
            <numerusform>أُخذت اللائحة: %n جماعات للاختيار.</numerusform>
            <numerusform>أُخذت اللائحة: %n جماعة للاختيار.</numerusform>
            <numerusform>أُخذت اللائحة: %n جماعة للاختيار.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s) à choisir.</source>
        <translation>
            <numerusform>لا جماعة للاختيار.</numerusform>
            <numerusform>جماعة واحدة للاختيار.</numerusform>
            <numerusform>جماعتان للاختيار.</numerusform>
            <numerusform>%n جماعات للاختيار.</numerusform>
            <numerusform>%n جماعة للاختيار.</numerusform>
            <numerusform>%n جماعة للاختيار.</numerusform>
        </translation>
    </message>
    <message>
        <source>Liste retirée. Les fiches gardent leurs réponses et les noms choisis.</source>
        <translation>سُحبت اللائحة. تحتفظ البطاقات بأجوبتها وبالأسماء المختارة.</translation>
    </message>
    <message>
        <source>La liste d’avant est de nouveau en vigueur.</source>
        <translation>عادت اللائحة السابقة معتمدة.</translation>
    </message>
    <message>
        <source>La liste est de nouveau en vigueur.</source>
        <translation>عادت اللائحة معتمدة.</translation>
    </message>
</context>
<context>
    <name>CommunesPage</name>
    <message>
        <source>Liste des communes</source>
        <translation>لائحة الجماعات</translation>
    </message>
    <message>
        <source>En vigueur</source>
        <translation>اللائحة المعتمدة</translation>
    </message>
    <message>
        <source>Là où un formulaire demande une commune, on la choisit alors dans la liste, sous sa région et sa province. Sans liste, ou si elle n’y est pas, on écrit son nom.</source>
        <translation>حيثما سألت الاستمارة عن الجماعة، تُختار من اللائحة تحت جهتها وإقليمها. وإذا لم تكن هناك لائحة، أو لم توجد الجماعة فيها، يُكتب اسمها.</translation>
    </message>
    <message>
        <source>Il faut un fichier CSV avec les colonnes {columns} ; le code s’écrit {code}.</source>
        <translation>يلزم ملف CSV فيه الأعمدة {columns}؛ ويكتب الرمز هكذا: {code}.</translation>
    </message>
    <message>
        <source>Choisir un fichier…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>Retirer cette liste</source>
        <translation>سحب هذه اللائحة</translation>
    </message>
    <message>
        <source>Aucune liste : la commune s’écrit en toutes lettres.</source>
        <translation>لا توجد لائحة: يُكتب اسم الجماعة كاملا.</translation>
    </message>
    <message numerus="yes">
        <source>« {file} », prise le {date} : %n commune(s).</source>
        <translation>
            <numerusform>«{file}»، أُخذت في {date}: لا جماعة.</numerusform>
            <numerusform>«{file}»، أُخذت في {date}: جماعة واحدة.</numerusform>
            <numerusform>«{file}»، أُخذت في {date}: جماعتان.</numerusform>
            <numerusform>«{file}»، أُخذت في {date}: %n جماعات.</numerusform>
            <numerusform>«{file}»، أُخذت في {date}: %n جماعة.</numerusform>
            <numerusform>«{file}»، أُخذت في {date}: %n جماعة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prendre %n commune(s)</source>
        <translation>
            <numerusform>أخذ الجماعات</numerusform>
            <numerusform>أخذ جماعة واحدة</numerusform>
            <numerusform>أخذ جماعتين</numerusform>
            <numerusform>أخذ %n جماعات</numerusform>
            <numerusform>أخذ %n جماعة</numerusform>
            <numerusform>أخذ %n جماعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Dans « {file} »</source>
        <translation>في «{file}»</translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s) à prendre.</source>
        <translation>
            <numerusform>لا جماعة للأخذ.</numerusform>
            <numerusform>جماعة واحدة للأخذ.</numerusform>
            <numerusform>جماعتان للأخذ.</numerusform>
            <numerusform>%n جماعات للأخذ.</numerusform>
            <numerusform>%n جماعة للأخذ.</numerusform>
            <numerusform>%n جماعة للأخذ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cette liste dit la même chose que celle en vigueur : rien n’est à prendre.</source>
        <translation>تقول هذه اللائحة ما تقوله المعتمدة: لا شيء يؤخذ.</translation>
    </message>
    <message numerus="yes">
        <source>%n nouvelle(s).</source>
        <translation>
            <numerusform>لا جديد.</numerusform>
            <numerusform>واحدة جديدة.</numerusform>
            <numerusform>اثنتان جديدتان.</numerusform>
            <numerusform>%n جديدة.</numerusform>
            <numerusform>%n جديدة.</numerusform>
            <numerusform>%n جديدة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renommée(s).</source>
        <translation>
            <numerusform>لا اسم تغير.</numerusform>
            <numerusform>تغير اسم واحدة.</numerusform>
            <numerusform>تغير اسم اثنتين.</numerusform>
            <numerusform>تغيرت أسماء %n.</numerusform>
            <numerusform>تغيرت أسماء %n.</numerusform>
            <numerusform>تغيرت أسماء %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n n’y sont plus ; qui les a choisies les garde.</source>
        <translation>
            <numerusform>لم تُحذف أي جماعة.</numerusform>
            <numerusform>لم تعد واحدة فيها؛ ومن اختارها احتفظ بها.</numerusform>
            <numerusform>لم تعد اثنتان فيها؛ ومن اختارهما احتفظ بهما.</numerusform>
            <numerusform>لم تعد %n فيها؛ ومن اختارها احتفظ بها.</numerusform>
            <numerusform>لم تعد %n فيها؛ ومن اختارها احتفظ بها.</numerusform>
            <numerusform>لم تعد %n فيها؛ ومن اختارها احتفظ بها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s) à corriger, laissée(s) de côté :</source>
        <translation>
            <numerusform>لا سطر يحتاج إلى تصحيح.</numerusform>
            <numerusform>سطر واحد يحتاج إلى تصحيح وتُرك جانبا:</numerusform>
            <numerusform>سطران يحتاجان إلى تصحيح وتُركا جانبا:</numerusform>
            <numerusform>%n أسطر تحتاج إلى تصحيح وتُركت جانبا:</numerusform>
            <numerusform>%n سطرا يحتاج إلى تصحيح وتُرك جانبا:</numerusform>
            <numerusform>%n سطر يحتاج إلى تصحيح وتُرك جانبا:</numerusform>
        </translation>
    </message>
    <message>
        <source>Remarques sur les lignes</source>
        <translation>ملاحظات على الأسطر</translation>
    </message>
    <message>
        <source>Ligne {line} : {words}</source>
        <translation>السطر {line}: {words}</translation>
    </message>
</context>
<context>
    <name>ListErrand</name>
    <message>
        <source>Liste d’organisations</source>
        <translation>لائحة منظمات</translation>
    </message>
    <message>
        <source>Un tableau Excel ou CSV que vous avez déjà devient des brouillons de fiches.</source>
        <translation>جدول Excel أو CSV متوفر لديكم يصير مسودات بطاقات.</translation>
    </message>
    <message>
        <source>Choisir…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Tableaux (*.xlsx *.xlsm *.csv);;Tous les fichiers (*)</source>
        <translation>جداول (*.xlsx *.xlsm *.csv);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Choisir une liste d’organisations</source>
        <translation>اختيار لائحة منظمات</translation>
    </message>
    <message>
        <source>Lecture de la liste…</source>
        <translation>جارٍ قراءة اللائحة…</translation>
    </message>
    <message>
        <source>Lecture des lignes…</source>
        <translation>جارٍ قراءة الأسطر…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>تراجع</translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s) fait(s). Ils sont dans la liste des fiches.</source>
        <translation>
            <numerusform>لم تُنجز أي مسودة.</numerusform>
            <numerusform>أُنجزت مسودة واحدة، وهي في لائحة البطاقات.</numerusform>
            <numerusform>أُنجزت مسودتان، وهما في لائحة البطاقات.</numerusform>
            <numerusform>أُنجزت %n مسودات، وهي في لائحة البطاقات.</numerusform>
            <numerusform>أُنجزت %n مسودة، وهي في لائحة البطاقات.</numerusform>
            <numerusform>أُنجزت %n مسودة، وهي في لائحة البطاقات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s) mis à la corbeille.</source>
        <translation>
            <numerusform>لم تُنقل أي مسودة إلى سلة المهملات.</numerusform>
            <numerusform>نُقلت مسودة واحدة إلى سلة المهملات.</numerusform>
            <numerusform>نُقلت مسودتان إلى سلة المهملات.</numerusform>
            <numerusform>نُقلت %n مسودات إلى سلة المهملات.</numerusform>
            <numerusform>نُقلت %n مسودة إلى سلة المهملات.</numerusform>
            <numerusform>نُقلت %n مسودة إلى سلة المهملات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gardé(s) : on y a écrit depuis.</source>
        <translation>
            <numerusform>لم يُحتفظ بأي مسودة.</numerusform>
            <numerusform>احتُفظ بمسودة واحدة كُتب فيها بعد ذلك.</numerusform>
            <numerusform>احتُفظ بمسودتين كُتب فيهما بعد ذلك.</numerusform>
            <numerusform>احتُفظ بـ%n مسودات كُتب فيها بعد ذلك.</numerusform>
            <numerusform>احتُفظ بـ%n مسودة كُتب فيها بعد ذلك.</numerusform>
            <numerusform>احتُفظ بـ%n مسودة كُتب فيها بعد ذلك.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Prendre une liste</source>
        <translation>أخذ لائحة</translation>
    </message>
    <message>
        <source>Les colonnes</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Dites à quelle question répond chaque colonne. Votre choix est retenu pour la prochaine liste.</source>
        <translation>حدّدوا السؤال الذي يجيب عنه كل عمود. يُحفظ اختياركم للائحة المقبلة.</translation>
    </message>
    <message>
        <source>Tout le reste va dans</source>
        <translation>كل ما تبقى يوضع في</translation>
    </message>
    <message>
        <source>Voir ce que cela donne</source>
        <translation>معاينة النتيجة</translation>
    </message>
    <message>
        <source>Les lignes</source>
        <translation>الأسطر</translation>
    </message>
    <message>
        <source>Laisser de côté</source>
        <translation>تركه جانبًا</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
    <message>
        <source>Ressemble à une fiche déjà là ou à une ligne au-dessus : à vérifier avant de cocher.</source>
        <translation>يشبه بطاقة موجودة أو سطرًا أعلاه: يُرجى التحقق قبل وضع العلامة.</translation>
    </message>
    <message numerus="yes">
        <source>Faire %n brouillon(s)</source>
        <translation>
            <numerusform>لا مسودات</numerusform>
            <numerusform>إنجاز مسودة واحدة</numerusform>
            <numerusform>إنجاز مسودتين</numerusform>
            <numerusform>إنجاز %n مسودات</numerusform>
            <numerusform>إنجاز %n مسودة</numerusform>
            <numerusform>إنجاز %n مسودة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Effacer pour toujours</source>
        <translation>محو نهائي</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
    <message>
        <source>Toute la fiche</source>
        <translation>البطاقة كلها</translation>
    </message>
    <message>
        <source>Seulement ces réponses</source>
        <translation>هذه الأجوبة فقط</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Pourquoi ?</source>
        <translation>لماذا؟</translation>
    </message>
    <message>
        <source>Choisissez une raison</source>
        <translation>اختيار السبب</translation>
    </message>
    <message>
        <source>La personne le demande</source>
        <translation>بطلب من الشخص المعني</translation>
    </message>
    <message>
        <source>Le consentement est retiré</source>
        <translation>سُحبت الموافقة</translation>
    </message>
    <message>
        <source>Saisie par erreur</source>
        <translation>أُدخلت خطأً</translation>
    </message>
    <message>
        <source>Durée de conservation échue</source>
        <translation>انقضت مدة الحفظ</translation>
    </message>
    <message>
        <source>Décision d’une autorité</source>
        <translation>قرار من سلطة مختصة</translation>
    </message>
    <message>
        <source>Cela ne se défait pas : ni la corbeille ni une sauvegarde ne rendront ces réponses.</source>
        <translation>لا رجعة في هذا: لن تعيد هذه الأجوبة لا سلة المهملات ولا أي نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Pour confirmer, tapez « {word} » ou le titre de la fiche</source>
        <translation>للتأكيد تُكتب «{word}» أو عنوان البطاقة</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Réponses : {answers} · dans l’historique : {revisions} · étapes : {steps}</source>
        <translation>الأجوبة: {answers} · في السجل: {revisions} · الخطوات: {steps}</translation>
    </message>
    <message>
        <source>Photos et signatures : {files} · documents PDF : {documents}</source>
        <translation>الصور والتوقيعات: {files} · وثائق PDF: {documents}</translation>
    </message>
    <message>
        <source>Sauvegardes de cet ordinateur, récrites sans ces réponses : {copies}</source>
        <translation>النسخ الاحتياطية في هذا الحاسوب التي تُكتب من جديد دون هذه الأجوبة: {copies}</translation>
    </message>
    <message>
        <source>Envois qui les ont emportées : {count}. Le prochain dira au centre d’effacer.</source>
        <translation>الإرساليات التي حملتها: {count}. الإرسالية المقبلة تطلب من المركز محوها.</translation>
    </message>
    <message>
        <source>Hors d’atteinte : la copie du {when}, {place}. Refaites-la ou détruisez-la.</source>
        <translation>خارج المتناول: النسخة المؤرخة في {when}، {place}. يجب تجديدها أو إتلافها.</translation>
    </message>
    <message>
        <source>Raisons de l’historique qui citent ces réponses, et qui restent : {count}</source>
        <translation>الأسباب المدونة في السجل التي تذكر هذه الأجوبة وتبقى فيه: {count}</translation>
    </message>
</context>
<context>
    <name>EraseErrand</name>
    <message>
        <source>Effacer pour toujours…</source>
        <translation>محو نهائي…</translation>
    </message>
    <message>
        <source>Effacement, dans les sauvegardes aussi…</source>
        <translation>جارٍ المحو، وفي النسخ الاحتياطية أيضًا…</translation>
    </message>
    <message>
        <source>C’est effacé, dans les sauvegardes de cet ordinateur aussi.</source>
        <translation>تم المحو، وفي النسخ الاحتياطية لهذا الحاسوب أيضًا.</translation>
    </message>
    <message>
        <source>C’est effacé ici. À refaire à la prochaine ouverture, dans : {places}</source>
        <translation>تم المحو هنا. يُعاد عند الفتح المقبل في: {places}</translation>
    </message>
    <message>
        <source>Un effacement demandé est mené à son terme…</source>
        <translation>جارٍ إتمام محو سبق طلبه…</translation>
    </message>
    <message>
        <source>Effacer pour toujours</source>
        <translation>محو نهائي</translation>
    </message>
</context>
<context>
    <name>TeamErrand</name>
    <message>
        <source>À installer pour recevoir la suite : formulaire {form}, version {version}</source>
        <translation>لاستلام البقية، ثبّت النموذج {form}، الإصدار {version}</translation>
    </message>
    <message>
        <source>Où enregistrer la demande</source>
        <translation>أين يُحفظ الطلب</translation>
    </message>
    <message>
        <source>Ouvrir la demande d’un membre</source>
        <translation>فتح طلب أحد الأعضاء</translation>
    </message>
    <message>
        <source>Demandes (*.zip)</source>
        <translation>طلبات (*.zip)</translation>
    </message>
    <message>
        <source>Ouvrir la réponse de l’équipe</source>
        <translation>فتح رد الفريق</translation>
    </message>
    <message>
        <source>Réponses (*.zip)</source>
        <translation>ردود (*.zip)</translation>
    </message>
    <message>
        <source>Choisir le dossier d’échange</source>
        <translation>اختيار مجلد التبادل</translation>
    </message>
    <message>
        <source>Lecture du dossier d’échange…</source>
        <translation>قراءة مجلد التبادل…</translation>
    </message>
    <message>
        <source>Préparation des fichiers pour l’équipe…</source>
        <translation>إعداد الملفات للفريق…</translation>
    </message>
    <message>
        <source>Rien de nouveau.</source>
        <translation>لا جديد.</translation>
    </message>
    <message>
        <source>Où enregistrer la réponse</source>
        <translation>أين يُحفظ الرد</translation>
    </message>
    <message>
        <source>{name} est dans l’équipe. Remettez-lui ce fichier : {file}</source>
        <translation>أُضيف إلى الفريق: {name}. سلّم إليه هذا الملف: {file}</translation>
    </message>
    <message>
        <source>Vous êtes dans l’équipe de {name}.</source>
        <translation>صرتم ضمن فريق {name}.</translation>
    </message>
    <message>
        <source>{name} vous accueille dans son équipe.</source>
        <translation>دعوة إلى الانضمام إلى فريق {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à revoir : des réponses ne vont plus ensemble</source>
        <translation>
            <numerusform>لا بطاقات للمراجعة</numerusform>
            <numerusform>بطاقة واحدة للمراجعة: إجابات لم تعد متوافقة</numerusform>
            <numerusform>بطاقتان للمراجعة: إجابات لم تعد متوافقة</numerusform>
            <numerusform>%n بطاقات للمراجعة: إجابات لم تعد متوافقة</numerusform>
            <numerusform>%n بطاقة للمراجعة: إجابات لم تعد متوافقة</numerusform>
            <numerusform>%n بطاقة للمراجعة: إجابات لم تعد متوافقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n désaccord(s) à trancher</source>
        <translation>
            <numerusform>لا خلافات للحسم</numerusform>
            <numerusform>خلاف واحد للحسم</numerusform>
            <numerusform>خلافان للحسم</numerusform>
            <numerusform>%n خلافات للحسم</numerusform>
            <numerusform>%n خلافا للحسم</numerusform>
            <numerusform>%n خلاف للحسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>Partager les fiches terminées avec des collègues, par un dossier ou une clé USB.</source>
        <translation>مشاركة البطاقات المكتملة مع الزملاء، عبر مجلد أو مفتاح USB.</translation>
    </message>
    <message>
        <source>Ouvrir…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>{name} demande à rejoindre l’équipe.</source>
        <translation>طلب انضمام إلى الفريق من: {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) reçue(s) de {name}</source>
        <translation>
            <numerusform>لا بطاقات من {name}</numerusform>
            <numerusform>بطاقة واحدة من {name}</numerusform>
            <numerusform>بطاقتان من {name}</numerusform>
            <numerusform>%n بطاقات من {name}</numerusform>
            <numerusform>%n بطاقة من {name}</numerusform>
            <numerusform>%n بطاقة من {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) laissée(s) pour {name}</source>
        <translation>
            <numerusform>لا بطاقات متروكة لـ{name}</numerusform>
            <numerusform>بطاقة واحدة متروكة لـ{name}</numerusform>
            <numerusform>بطاقتان متروكتان لـ{name}</numerusform>
            <numerusform>%n بطاقات متروكة لـ{name}</numerusform>
            <numerusform>%n بطاقة متروكة لـ{name}</numerusform>
            <numerusform>%n بطاقة متروكة لـ{name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Demande enregistrée : {name}</source>
        <translation>حُفظ الطلب: {name}</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Choisissez un dossier que toute l’équipe peut ouvrir, ou une clé USB.</source>
        <translation>اختر مجلدا يستطيع كل الفريق فتحه، أو مفتاح USB.</translation>
    </message>
    <message numerus="yes">
        <source>%n modification(s) dont l’équipe n’a pas encore accusé réception.</source>
        <translation>
            <numerusform>لا تعديلات تنتظر إشعار الفريق.</numerusform>
            <numerusform>تعديل واحد لم يصل إشعار الفريق باستلامه بعد.</numerusform>
            <numerusform>تعديلان لم يصل إشعار الفريق باستلامهما بعد.</numerusform>
            <numerusform>%n تعديلات لم يصل إشعار الفريق باستلامها بعد.</numerusform>
            <numerusform>%n تعديلا لم يصل إشعار الفريق باستلامها بعد.</numerusform>
            <numerusform>%n تعديل لم يصل إشعار الفريق باستلامها بعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Vous dirigez cette équipe, sous le numéro {code}.</source>
        <translation>تقودون هذا الفريق، تحت الرقم {code}.</translation>
    </message>
    <message>
        <source>Équipe de {name}. Votre numéro : {code}.</source>
        <translation>فريق {name}. رقمكم: {code}.</translation>
    </message>
    <message>
        <source>Personne n’a encore rejoint l’équipe.</source>
        <translation>لم ينضم أحد إلى الفريق بعد.</translation>
    </message>
    <message>
        <source>Mots de l’équipe, à comparer de vive voix : {words}</source>
        <translation>كلمات الفريق، تُقارن شفويا: {words}</translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>Échanger avec l’équipe</source>
        <translation>التبادل مع الفريق</translation>
    </message>
    <message>
        <source>Échanger maintenant</source>
        <translation>التبادل الآن</translation>
    </message>
    <message>
        <source>Choisir le dossier…</source>
        <translation>اختيار المجلد…</translation>
    </message>
    <message numerus="yes">
        <source>%n désaccord(s) à trancher</source>
        <translation>
            <numerusform>لا خلافات للحسم</numerusform>
            <numerusform>خلاف واحد للحسم</numerusform>
            <numerusform>خلافان للحسم</numerusform>
            <numerusform>%n خلافات للحسم</numerusform>
            <numerusform>%n خلافا للحسم</numerusform>
            <numerusform>%n خلاف للحسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Des collègues ont donné des réponses différentes à la même question. Toutes sont gardées ; en attendant, la dernière réponse commune est imprimée.</source>
        <translation>أعطى زملاء إجابات مختلفة عن السؤال نفسه. كلها محفوظة، وفي انتظار الحسم تُطبع آخر إجابة مشتركة.</translation>
    </message>
    <message>
        <source>Voir et trancher…</source>
        <translation>عرض وحسم…</translation>
    </message>
    <message>
        <source>Admettre un membre…</source>
        <translation>قبول عضو…</translation>
    </message>
    <message>
        <source>Rejoindre une équipe</source>
        <translation>الانضمام إلى فريق</translation>
    </message>
    <message>
        <source>1. Préparez la demande et remettez le fichier à la personne qui dirige l’équipe. 2. Ouvrez ici le fichier qu’elle vous rend. Les brouillons restent chez vous ; les fiches terminées sont partagées.</source>
        <translation>1. أعدّوا الطلب وسلّموا الملف إلى من يقود الفريق. 2. افتحوا هنا الملف الذي يُعاد إليكم. تبقى المسودات عندكم، وتُشارَك البطاقات المكتملة.</translation>
    </message>
    <message>
        <source>Préparer la demande…</source>
        <translation>إعداد الطلب…</translation>
    </message>
    <message>
        <source>Lisez ces huit mots à qui dirige l’équipe : les mêmes doivent s’y afficher.</source>
        <translation>اقرؤوا هذه الكلمات الثماني على من يقود الفريق: يجب أن تظهر عنده نفسها.</translation>
    </message>
    <message>
        <source>Ouvrir la réponse…</source>
        <translation>فتح الرد…</translation>
    </message>
    <message>
        <source>Ou créez une équipe : les autres vous remettront leurs demandes.</source>
        <translation>أو أنشئوا فريقا: يسلّمكم الآخرون طلباتهم.</translation>
    </message>
    <message>
        <source>Créer une équipe</source>
        <translation>إنشاء فريق</translation>
    </message>
    <message>
        <source>Dossier d’échange : {folder}</source>
        <translation>مجلد التبادل: {folder}</translation>
    </message>
    <message>
        <source>L’équipe a reçu tout ce qui est terminé ici.</source>
        <translation>استلم الفريق كل ما اكتمل هنا.</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Comparer les mots</source>
        <translation>مقارنة الكلمات</translation>
    </message>
    <message>
        <source>Lisez ces huit mots à cette personne, de vive voix ou au téléphone. S’ils diffèrent, quelqu’un d’autre a préparé ce fichier : annulez.</source>
        <translation>اقرؤوا هذه الكلمات الثماني على الشخص المعني، مباشرة أو بالهاتف. إن اختلفت فقد أعدّ الملفَ شخص آخر: ألغوا.</translation>
    </message>
    <message>
        <source>Les mots sont les mêmes</source>
        <translation>الكلمات متطابقة</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>(sans réponse)</source>
        <translation>(دون إجابة)</translation>
    </message>
    <message>
        <source>Désaccords</source>
        <translation>خلافات</translation>
    </message>
    <message>
        <source>Questions à trancher</source>
        <translation>أسئلة للحسم</translation>
    </message>
    <message>
        <source>Réponses données</source>
        <translation>الإجابات المقدَّمة</translation>
    </message>
    <message>
        <source>Motif de la décision</source>
        <translation>سبب القرار</translation>
    </message>
    <message>
        <source>Il reste dans l’historique de la fiche.</source>
        <translation>يبقى في سجل البطاقة.</translation>
    </message>
    <message>
        <source>Retenir cette réponse</source>
        <translation>اعتماد هذه الإجابة</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Dernière réponse commune : {value}</source>
        <translation>آخر إجابة مشتركة: {value}</translation>
    </message>
    <message>
        <source>Il ne reste aucun désaccord.</source>
        <translation>لم يبق أي خلاف.</translation>
    </message>
    <message>
        <source>{value}   ({name}, le {day})</source>
        <translation>{value}   ({name}، {day})</translation>
    </message>
</context>
<context>
    <name>KeysErrand</name>
    <message numerus="yes">
        <source>Après %n minute(s)</source>
        <translation>
            <numerusform>في الحال</numerusform>
            <numerusform>بعد دقيقة واحدة</numerusform>
            <numerusform>بعد دقيقتين</numerusform>
            <numerusform>بعد %n دقائق</numerusform>
            <numerusform>بعد %n دقيقة</numerusform>
            <numerusform>بعد %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Ces sauvegardes gardent ce qui les ouvrait : {names}.</source>
        <translation>هذه النسخ الاحتياطية تبقى بما كان يفتحها: {names}.</translation>
    </message>
    <message>
        <source>En faire une nouvelle…</source>
        <translation>إنشاء مفتاح جديد…</translation>
    </message>
    <message>
        <source>Elle rouvre l’espace si la phrase secrète est perdue. À refaire si elle a été vue.</source>
        <translation>يفتح الفضاء من جديد إذا ضاعت العبارة السرية. يجب تجديده إذا اطلع عليه أحد.</translation>
    </message>
    <message>
        <source>Clé de secours</source>
        <translation>مفتاح النجدة</translation>
    </message>
    <message>
        <source>Changer…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Elle ouvre cet espace et ses sauvegardes. La changer ne touche à aucune fiche.</source>
        <translation>تفتح هذا الفضاء ونسخه الاحتياطية. تغييرها لا يمس أي بطاقة.</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>العبارة السرية</translation>
    </message>
    <message>
        <source>Sur un ordinateur à plusieurs, chacun retrouve son espace à son nom.</source>
        <translation>على حاسوب مشترك يجد كل واحد فضاءه باسمه.</translation>
    </message>
    <message>
        <source>Nom sur la page d’ouverture</source>
        <translation>الاسم في صفحة الفتح</translation>
    </message>
    <message>
        <source>Choisir…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Quand personne n’est là, l’espace se ferme de lui-même ; Ctrl+L tout de suite.</source>
        <translation>عندما لا يكون أحد أمام الحاسوب يُغلق الفضاء من تلقاء نفسه، أو في الحال بالمفتاحين Ctrl+L.</translation>
    </message>
    <message>
        <source>Verrouillage</source>
        <translation>القفل</translation>
    </message>
    <message>
        <source>Le montrer</source>
        <translation>إظهاره</translation>
    </message>
    <message>
        <source>Ne plus le montrer</source>
        <translation>إخفاؤه</translation>
    </message>
    <message>
        <source>Jamais (entraînement seulement)</source>
        <translation>أبدا (في التدريب فقط)</translation>
    </message>
    <message>
        <source>Verrouiller maintenant</source>
        <translation>القفل الآن</translation>
    </message>
    <message>
        <source>Nouvelle clé de secours en place. L’ancienne n’ouvre plus cet espace.</source>
        <translation>مفتاح النجدة الجديد جاهز. المفتاح القديم لم يعد يفتح هذا الفضاء.</translation>
    </message>
    <message>
        <source>Phrase secrète changée. Les copies sur clé USB gardent l’ancienne.</source>
        <translation>غُيّرت العبارة السرية. النسخ المحفوظة على مفاتيح USB تبقى بالعبارة القديمة.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message numerus="yes">
        <source>Reprendre dans %n seconde(s)</source>
        <translation>
            <numerusform>متابعة</numerusform>
            <numerusform>متابعة بعد ثانية واحدة</numerusform>
            <numerusform>متابعة بعد ثانيتين</numerusform>
            <numerusform>متابعة بعد %n ثوان</numerusform>
            <numerusform>متابعة بعد %n ثانية</numerusform>
            <numerusform>متابعة بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Ouvrir un autre espace</source>
        <translation>فتح فضاء آخر</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>العبارة السرية</translation>
    </message>
    <message>
        <source>Tout ce qui a été répondu est enregistré. On reprend là où l’on était.</source>
        <translation>كل ما أُجيب عنه محفوظ. المتابعة تكون من الموضع نفسه.</translation>
    </message>
    <message>
        <source>Espace verrouillé</source>
        <translation>الفضاء مقفل</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>NewKeyDialog</name>
    <message>
        <source>Faire une nouvelle clé</source>
        <translation>إنشاء مفتاح جديد</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>العبارة السرية</translation>
    </message>
    <message>
        <source>La clé actuelle n’ouvrira plus, dès que la nouvelle sera rangée. Tapez d’abord la phrase secrète : elle seule permet d’en faire une autre.</source>
        <translation>لن يفتح المفتاح الحالي بعد حفظ الجديد في مكان آمن. اكتبوا أولا العبارة السرية، فهي وحدها تسمح بإنشاء مفتاح آخر.</translation>
    </message>
    <message>
        <source>Nouvelle clé de secours</source>
        <translation>مفتاح نجدة جديد</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Les deux phrases secrètes ne sont pas les mêmes.</source>
        <translation>العبارتان السريتان غير متطابقتين.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Changer la phrase</source>
        <translation>تغيير العبارة</translation>
    </message>
    <message>
        <source>La même, une seconde fois</source>
        <translation>نفسها مرة ثانية</translation>
    </message>
    <message>
        <source>Au moins 10 caractères ; quelques mots conviennent bien.</source>
        <translation>10 أحرف على الأقل؛ بضع كلمات تفي بالغرض.</translation>
    </message>
    <message>
        <source>Nouvelle phrase secrète</source>
        <translation>العبارة السرية الجديدة</translation>
    </message>
    <message>
        <source>Phrase secrète actuelle</source>
        <translation>العبارة السرية الحالية</translation>
    </message>
    <message>
        <source>Les sauvegardes de cet ordinateur suivent. Les copies sur clé USB gardent la phrase du jour où elles ont été faites : refaites-les si l’ancienne a pu être vue.</source>
        <translation>تتبعها النسخ الاحتياطية على هذا الحاسوب. أما النسخ على مفاتيح USB فتبقى بعبارة يوم إنشائها: أعيدوا إنشاءها إذا احتُمل أن أحدا اطلع على القديمة.</translation>
    </message>
    <message>
        <source>Changer la phrase secrète</source>
        <translation>تغيير العبارة السرية</translation>
    </message>
</context>
<context>
    <name>SpaceList</name>
    <message>
        <source>utilisé le {when}</source>
        <translation>استُعمل في {when}</translation>
    </message>
    <message>
        <source>Entraînement</source>
        <translation>تدريب</translation>
    </message>
</context>
<context>
    <name>StrengthLine</name>
    <message>
        <source>Solide</source>
        <translation>متينة</translation>
    </message>
    <message>
        <source>Convenable</source>
        <translation>مقبولة</translation>
    </message>
    <message>
        <source>Faible : un ou deux mots de plus la rendraient solide</source>
        <translation>ضعيفة: كلمة أو كلمتان إضافيتان تجعلانها متينة</translation>
    </message>
    <message>
        <source>Se devine aussitôt</source>
        <translation>تُخمَّن في الحال</translation>
    </message>
    <message>
        <source>Connue de tout le monde : c’est celle de l’entraînement</source>
        <translation>يعرفها الجميع: هي عبارة التدريب</translation>
    </message>
    <message>
        <source>Encore trop courte</source>
        <translation>ما زالت قصيرة</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Quand</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>Après</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>من طرف</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>le début</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>aujourd’hui</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>{when} · {what} · {who}</source>
        <translation>{when} · {what} · {who}</translation>
    </message>
    <message>
        <source>Motif : {reason}</source>
        <translation>السبب: {reason}</translation>
    </message>
    <message>
        <source>Avant : {text}</source>
        <translation>قبل: {text}</translation>
    </message>
    <message>
        <source>Après : {text}</source>
        <translation>بعد: {text}</translation>
    </message>
    <message>
        <source>Le formulaire ne le demande plus ; la réponse est gardée.</source>
        <translation>لم تعد الاستمارة تطلبه؛ الجواب محفوظ.</translation>
    </message>
    <message>
        <source>Historique de {title}</source>
        <translation>سجل تغييرات {title}</translation>
    </message>
    <message>
        <source>la fiche</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>Chercher une question, une valeur, un nom…</source>
        <translation>البحث عن سؤال أو قيمة أو اسم…</translation>
    </message>
    <message>
        <source>Imprimer…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Seulement ce qui a changé</source>
        <translation>ما تغير فقط</translation>
    </message>
    <message>
        <source>Comparer de</source>
        <translation>المقارنة من</translation>
    </message>
    <message>
        <source>à</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Comparer jusqu’à</source>
        <translation>المقارنة إلى</translation>
    </message>
    <message>
        <source>Rien à montrer ici</source>
        <translation>لا شيء يُعرض هنا</translation>
    </message>
    <message>
        <source>Aucune ligne de l’historique ne répond à ce choix.</source>
        <translation>لا يوجد في السجل أي سطر يوافق هذا الاختيار.</translation>
    </message>
    <message>
        <source>Tout montrer</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Par date</source>
        <translation>حسب التاريخ</translation>
    </message>
    <message>
        <source>Par question</source>
        <translation>حسب السؤال</translation>
    </message>
    <message>
        <source>Ordre des lignes</source>
        <translation>ترتيب الأسطر</translation>
    </message>
    <message>
        <source>Ce qui n’est plus demandé</source>
        <translation>ما لم يعد مطلوبا</translation>
    </message>
    <message>
        <source>Aussi ce qui est pareil</source>
        <translation>إظهار ما لم يتغير أيضا</translation>
    </message>
</context>
<context>
    <name>HistoryErrand</name>
    <message>
        <source>Historique de la fiche</source>
        <translation>سجل تغييرات البطاقة</translation>
    </message>
    <message>
        <source>Imprimer l’historique</source>
        <translation>طباعة سجل التغييرات</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Mise en page de l’historique…</source>
        <translation>جارٍ إعداد صفحات السجل…</translation>
    </message>
    <message>
        <source>PDF enregistré : {name}</source>
        <translation>تم حفظ ملف PDF: {name}</translation>
    </message>
</context>
<context>
    <name>UpgradeDialog</name>
    <message>
        <source>Passer à la version {version} du formulaire</source>
        <translation>الانتقال إلى الصيغة {version} من الاستمارة</translation>
    </message>
    <message>
        <source>Passer à la version {version}</source>
        <translation>الانتقال إلى الصيغة {version}</translation>
    </message>
    <message>
        <source>Garder la version actuelle</source>
        <translation>الإبقاء على الصيغة الحالية</translation>
    </message>
    <message>
        <source>Celles-ci changent ; aucune n’est perdue, et une annulation remet tout en place.</source>
        <translation>هذه الأجوبة تتغير؛ لا يضيع أي منها، والتراجع يعيد كل شيء إلى مكانه.</translation>
    </message>
    <message>
        <source>Rien d’autre ne change.</source>
        <translation>لا يتغير شيء آخر.</translation>
    </message>
    <message>
        <source>Nouvelles questions : {names}</source>
        <translation>أسئلة جديدة: {names}</translation>
    </message>
    <message>
        <source>À remplir pour terminer : {names}</source>
        <translation>يجب ملؤه للإنهاء: {names}</translation>
    </message>
    <message>
        <source>Ce qui change</source>
        <translation>ما يتغير</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>Réponse</source>
        <translation>الجواب</translation>
    </message>
    <message>
        <source>Ce qu’elle devient</source>
        <translation>ما يصير إليه</translation>
    </message>
    <message>
        <source>à répondre de nouveau</source>
        <translation>يجب الجواب من جديد</translation>
    </message>
    <message>
        <source>fichier joint</source>
        <translation>ملف مرفق</translation>
    </message>
    <message numerus="yes">
        <source>%n réponse(s) restent où elles sont.</source>
        <translation>
            <numerusform>لا يبقى أي جواب في مكانه.</numerusform>
            <numerusform>يبقى جواب واحد في مكانه.</numerusform>
            <numerusform>يبقى جوابان في مكانهما.</numerusform>
            <numerusform>تبقى %n أجوبة في مكانها.</numerusform>
            <numerusform>يبقى %n جوابا في مكانه.</numerusform>
            <numerusform>يبقى %n جواب في مكانه.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpgradeErrand</name>
    <message>
        <source>Passer à la nouvelle version du formulaire…</source>
        <translation>الانتقال إلى الصيغة الجديدة من الاستمارة…</translation>
    </message>
    <message>
        <source>Le brouillon est rempli avec la version {version}. Ctrl+Z revient à l’ancienne.</source>
        <translation>تُملأ المسودة الآن بالصيغة {version}. Ctrl+Z للرجوع إلى القديمة.</translation>
    </message>
    <message>
        <source>La version {version} du formulaire est disponible.</source>
        <translation>الصيغة {version} من الاستمارة متوفرة.</translation>
    </message>
    <message>
        <source>Voir ce qui changerait</source>
        <translation>عرض ما سيتغير</translation>
    </message>
</context>
<context>
    <name>VerifyErrand</name>
    <message>
        <source>Vérifier</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Chaque ligne du journal, chaque envoi et chaque fichier joint sont-ils tels qu’ils ont été écrits ?</source>
        <translation>هل كل سطر من السجل وكل إرسالية وكل ملف مرفق كما كُتب؟</translation>
    </message>
    <message>
        <source>Vérifier maintenant</source>
        <translation>التحقق الآن</translation>
    </message>
    <message>
        <source>Vérification de l’espace de travail…</source>
        <translation>جارٍ التحقق من فضاء العمل…</translation>
    </message>
    <message numerus="yes">
        <source>… et %n autre(s)</source>
        <translation>
            <numerusform>…</numerusform>
            <numerusform>… وواحد آخر</numerusform>
            <numerusform>… واثنان آخران</numerusform>
            <numerusform>… و%n أخرى</numerusform>
            <numerusform>… و%n آخر</numerusform>
            <numerusform>… و%n آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormMenu</name>
    <message>
        <source>Formulaires…</source>
        <translation>الاستمارات…</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Accueil</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Envoyer</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Nouvelle fiche</source>
        <translation>بطاقة جديدة</translation>
    </message>
    <message>
        <source>Aucune fiche pour l’instant</source>
        <translation>لا بطاقات بعد</translation>
    </message>
    <message>
        <source>Ici se verra ce qui reste à faire : brouillons à reprendre, fiches à vérifier, envois. Tout reste sur cet ordinateur.</source>
        <translation>سيظهر هنا ما ينتظر الإنجاز: مسودات للمتابعة، وبطاقات للتحقق، وإرسالات. كل شيء يبقى في هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Remplir une première fiche</source>
        <translation>ملء أول بطاقة</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>À faire</source>
        <translation>للإنجاز</translation>
    </message>
    <message>
        <source>Rien n’attend : aucun brouillon, rien à vérifier, rien à envoyer.</source>
        <translation>لا شيء ينتظر: لا مسودات، ولا شيء للتحقق أو للإرسال.</translation>
    </message>
    <message>
        <source>Fiche sans nom</source>
        <translation>بطاقة بلا اسم</translation>
    </message>
    <message>
        <source>vérifiée le {day}</source>
        <translation>تم التحقق منها في {day}</translation>
    </message>
    <message>
        <source>Tout voir</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Envoyer…</source>
        <translation>إرسال…</translation>
    </message>
    <message>
        <source>Recevoir l’accusé…</source>
        <translation>تسلّم الإشعار…</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à voir</source>
        <translation>
            <numerusform>لا بطاقات للاطلاع</numerusform>
            <numerusform>بطاقة واحدة للاطلاع</numerusform>
            <numerusform>بطاقتان للاطلاع</numerusform>
            <numerusform>%n بطاقات للاطلاع</numerusform>
            <numerusform>%n بطاقة للاطلاع</numerusform>
            <numerusform>%n بطاقة للاطلاع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) revenue(s) avec des commentaires</source>
        <translation>
            <numerusform>لا بطاقات عادت بملاحظات</numerusform>
            <numerusform>بطاقة واحدة عادت بملاحظات</numerusform>
            <numerusform>بطاقتان عادتا بملاحظات</numerusform>
            <numerusform>%n بطاقات عادت بملاحظات</numerusform>
            <numerusform>%n بطاقة عادت بملاحظات</numerusform>
            <numerusform>%n بطاقة عادت بملاحظات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à corriger, d’après le centre</source>
        <translation>
            <numerusform>لا بطاقات يطلب المركز تصحيحها</numerusform>
            <numerusform>بطاقة واحدة يطلب المركز تصحيحها</numerusform>
            <numerusform>بطاقتان يطلب المركز تصحيحهما</numerusform>
            <numerusform>%n بطاقات يطلب المركز تصحيحها</numerusform>
            <numerusform>%n بطاقة يطلب المركز تصحيحها</numerusform>
            <numerusform>%n بطاقة يطلب المركز تصحيحها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) sur lesquelles l’équipe n’est pas d’accord</source>
        <translation>
            <numerusform>لا بطاقات يختلف فيها الفريق</numerusform>
            <numerusform>بطاقة واحدة يختلف فيها الفريق</numerusform>
            <numerusform>بطاقتان يختلف فيهما الفريق</numerusform>
            <numerusform>%n بطاقات يختلف فيها الفريق</numerusform>
            <numerusform>%n بطاقة يختلف فيها الفريق</numerusform>
            <numerusform>%n بطاقة يختلف فيها الفريق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s) à reprendre</source>
        <translation>
            <numerusform>لا مسودات للمتابعة</numerusform>
            <numerusform>مسودة واحدة للمتابعة</numerusform>
            <numerusform>مسودتان للمتابعة</numerusform>
            <numerusform>%n مسودات للمتابعة</numerusform>
            <numerusform>%n مسودة للمتابعة</numerusform>
            <numerusform>%n مسودة للمتابعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à vérifier de nouveau</source>
        <translation>
            <numerusform>لا بطاقات يلزم التحقق منها من جديد</numerusform>
            <numerusform>بطاقة واحدة يلزم التحقق منها من جديد</numerusform>
            <numerusform>بطاقتان يلزم التحقق منهما من جديد</numerusform>
            <numerusform>%n بطاقات يلزم التحقق منها من جديد</numerusform>
            <numerusform>%n بطاقة يلزم التحقق منها من جديد</numerusform>
            <numerusform>%n بطاقة يلزم التحقق منها من جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à envoyer</source>
        <translation>
            <numerusform>لا بطاقات للإرسال</numerusform>
            <numerusform>بطاقة واحدة للإرسال</numerusform>
            <numerusform>بطاقتان للإرسال</numerusform>
            <numerusform>%n بطاقات للإرسال</numerusform>
            <numerusform>%n بطاقة للإرسال</numerusform>
            <numerusform>%n بطاقة للإرسال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) envoyée(s), sans accusé de réception</source>
        <translation>
            <numerusform>لا بطاقات أُرسلت دون إشعار بالتوصل</numerusform>
            <numerusform>بطاقة واحدة أُرسلت دون إشعار بالتوصل</numerusform>
            <numerusform>بطاقتان أُرسلتا دون إشعار بالتوصل</numerusform>
            <numerusform>%n بطاقات أُرسلت دون إشعار بالتوصل</numerusform>
            <numerusform>%n بطاقة أُرسلت دون إشعار بالتوصل</numerusform>
            <numerusform>%n بطاقة أُرسلت دون إشعار بالتوصل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>Seulement sur cet ordinateur</source>
        <translation>في هذا الحاسوب فقط</translation>
    </message>
    <message>
        <source>Copier sur une clé…</source>
        <translation>نسخ إلى مفتاح USB…</translation>
    </message>
    <message>
        <source>Aucune réponse n’est seulement ici.</source>
        <translation>لا جواب يوجد هنا فقط.</translation>
    </message>
    <message>
        <source>Tout ce qui est ici existe aussi ailleurs.</source>
        <translation>كل ما هو هنا موجود في مكان آخر أيضًا.</translation>
    </message>
    <message numerus="yes">
        <source>fiche(s) qui se perdrai(en)t avec lui</source>
        <translation>
            <numerusform>بطاقات قد تضيع معه</numerusform>
            <numerusform>بطاقة قد تضيع معه</numerusform>
            <numerusform>بطاقتان قد تضيعان معه</numerusform>
            <numerusform>بطاقات قد تضيع معه</numerusform>
            <numerusform>بطاقة قد تضيع معه</numerusform>
            <numerusform>بطاقة قد تضيع معه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fiche(s) dont des réponses ne sont nulle part ailleurs</source>
        <translation>
            <numerusform>بطاقات لا توجد بعض أجوبتها في أي مكان آخر</numerusform>
            <numerusform>بطاقة لا توجد بعض أجوبتها في أي مكان آخر</numerusform>
            <numerusform>بطاقتان لا توجد بعض أجوبتهما في أي مكان آخر</numerusform>
            <numerusform>بطاقات لا توجد بعض أجوبتها في أي مكان آخر</numerusform>
            <numerusform>بطاقة لا توجد بعض أجوبتها في أي مكان آخر</numerusform>
            <numerusform>بطاقة لا توجد بعض أجوبتها في أي مكان آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>fiches, en entier ou pour leurs dernières réponses</source>
        <translation>بطاقات، كاملة أو في آخر أجوبتها</translation>
    </message>
    <message>
        <source>Aucune copie sur un autre disque.</source>
        <translation>لا نسخة على قرص آخر.</translation>
    </message>
    <message>
        <source>Dernière copie ailleurs : {when}.</source>
        <translation>آخر نسخة في مكان آخر: {when}.</translation>
    </message>
    <message numerus="yes">
        <source>Dernière copie ailleurs il y a %n jour(s) : {when}.</source>
        <translation>
            <numerusform>آخر نسخة في مكان آخر اليوم: {when}.</numerusform>
            <numerusform>آخر نسخة في مكان آخر قبل يوم: {when}.</numerusform>
            <numerusform>آخر نسخة في مكان آخر قبل يومين: {when}.</numerusform>
            <numerusform>آخر نسخة في مكان آخر قبل %n أيام: {when}.</numerusform>
            <numerusform>آخر نسخة في مكان آخر قبل %n يومًا: {when}.</numerusform>
            <numerusform>آخر نسخة في مكان آخر قبل %n يوم: {when}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Avancement</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>Complètes</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>Brouillons</source>
        <translation>مسودات</translation>
    </message>
    <message>
        <source>Région</source>
        <translation>الجهة</translation>
    </message>
    <message>
        <source>Région pas encore dite</source>
        <translation>جهة لم تُذكر بعد</translation>
    </message>
    <message>
        <source>Formulaire</source>
        <translation>الاستمارة</translation>
    </message>
    <message>
        <source>Les fiches se compteront ici, par région et par formulaire, dès la première.</source>
        <translation>ستُحصى البطاقات هنا حسب الجهة والاستمارة ابتداءً من أول بطاقة.</translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) complète(s)</source>
        <translation>
            <numerusform>لا بطاقات مكتملة</numerusform>
            <numerusform>بطاقة مكتملة واحدة</numerusform>
            <numerusform>بطاقتان مكتملتان</numerusform>
            <numerusform>%n بطاقات مكتملة</numerusform>
            <numerusform>%n بطاقة مكتملة</numerusform>
            <numerusform>%n بطاقة مكتملة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s)</source>
        <translation>
            <numerusform>لا مسودات</numerusform>
            <numerusform>مسودة واحدة</numerusform>
            <numerusform>مسودتان</numerusform>
            <numerusform>%n مسودات</numerusform>
            <numerusform>%n مسودة</numerusform>
            <numerusform>%n مسودة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changée(s) à l’instant, région pas encore relue</source>
        <translation>
            <numerusform>لم تتغير أي بطاقة</numerusform>
            <numerusform>بطاقة تغيّرت للتو ولم تُقرأ جهتها بعد</numerusform>
            <numerusform>بطاقتان تغيّرتا للتو ولم تُقرأ جهتاهما بعد</numerusform>
            <numerusform>%n بطاقات تغيّرت للتو ولم تُقرأ جهاتها بعد</numerusform>
            <numerusform>%n بطاقة تغيّرت للتو ولم تُقرأ جهاتها بعد</numerusform>
            <numerusform>%n بطاقة تغيّرت للتو ولم تُقرأ جهاتها بعد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWidget</name>
    <message>
        <source>Ne plus attendre</source>
        <translation>إيقاف الانتظار</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Enregistrer une copie…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>Mettre l’original à la corbeille</source>
        <translation>نقل الأصل إلى سلة المهملات</translation>
    </message>
    <message>
        <source>L’original est à la corbeille de l’ordinateur.</source>
        <translation>الأصل الآن في سلة مهملات الحاسوب.</translation>
    </message>
    <message>
        <source>Copie enregistrée, sans chiffrement.</source>
        <translation>حُفظت النسخة بدون تشفير.</translation>
    </message>
    <message>
        <source>Retiré. Ctrl+Z le fait revenir.</source>
        <translation>تمت الإزالة. يمكن استرجاعه بـ Ctrl+Z.</translation>
    </message>
    <message>
        <source>Lecture du fichier…</source>
        <translation>جارٍ قراءة الملف…</translation>
    </message>
    <message>
        <source>On peut aussi déposer le fichier ici.</source>
        <translation>يمكن أيضا سحب الملف وإفلاته هنا.</translation>
    </message>
</context>
<context>
    <name>FileFace</name>
    <message>
        <source>Ce fichier n’est pas sur cet ordinateur.</source>
        <translation>هذا الملف غير موجود على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>{size} Mo</source>
        <translation>{size} ميغابايت</translation>
    </message>
    <message>
        <source>{size} ko</source>
        <translation>{size} كيلوبايت</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Enregistrement sonore</source>
        <translation>تسجيل صوتي</translation>
    </message>
    <message>
        <source>Vidéo</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>صور</translation>
    </message>
    <message>
        <source>Sons</source>
        <translation>أصوات</translation>
    </message>
    <message>
        <source>Vidéos</source>
        <translation>مقاطع فيديو</translation>
    </message>
    <message>
        <source>Fichiers</source>
        <translation>ملفات</translation>
    </message>
    <message>
        <source>Choisir une photo…</source>
        <translation>اختيار صورة…</translation>
    </message>
    <message>
        <source>Choisir un son…</source>
        <translation>اختيار تسجيل صوتي…</translation>
    </message>
    <message>
        <source>Choisir une vidéo…</source>
        <translation>اختيار فيديو…</translation>
    </message>
    <message>
        <source>Choisir un fichier…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>Choisir une autre photo…</source>
        <translation>اختيار صورة أخرى…</translation>
    </message>
    <message>
        <source>Choisir un autre son…</source>
        <translation>اختيار تسجيل آخر…</translation>
    </message>
    <message>
        <source>Choisir une autre vidéo…</source>
        <translation>اختيار فيديو آخر…</translation>
    </message>
    <message>
        <source>Choisir un autre fichier…</source>
        <translation>اختيار ملف آخر…</translation>
    </message>
    <message>
        <source>Prendre une photo…</source>
        <translation>التقاط صورة…</translation>
    </message>
    <message>
        <source>Enregistrer un son…</source>
        <translation>تسجيل صوت…</translation>
    </message>
    <message>
        <source>Filmer…</source>
        <translation>تصوير فيديو…</translation>
    </message>
    <message>
        <source>Dossier où l’appareil photo enregistre</source>
        <translation>المجلد الذي تحفظ فيه الكاميرا الصور</translation>
    </message>
    <message>
        <source>Dossier où l’enregistreur enregistre</source>
        <translation>المجلد الذي يحفظ فيه المسجل التسجيلات</translation>
    </message>
    <message>
        <source>Dossier où la caméra enregistre</source>
        <translation>المجلد الذي تحفظ فيه الكاميرا الفيديو</translation>
    </message>
    <message>
        <source>Prenez la photo avec l’application de l’ordinateur : elle sera reprise de {folder}.</source>
        <translation>التقطوا الصورة بتطبيق الحاسوب: ستُؤخذ من {folder}.</translation>
    </message>
    <message>
        <source>Enregistrez avec l’application de l’ordinateur : le son sera repris de {folder}.</source>
        <translation>سجّلوا بتطبيق الحاسوب: سيُؤخذ التسجيل من {folder}.</translation>
    </message>
    <message>
        <source>Filmez avec l’application de l’ordinateur : la vidéo sera reprise de {folder}.</source>
        <translation>صوّروا بتطبيق الحاسوب: سيُؤخذ الفيديو من {folder}.</translation>
    </message>
</context>
<context>
    <name>Arranger</name>
    <message>
        <source>Copié, sans les photos ni les signatures. Ctrl+Z retire la copie.</source>
        <translation>نُسخ، دون الصور والتوقيعات. يزيل Ctrl+Z النسخة.</translation>
    </message>
    <message>
        <source>Retiré. Ctrl+Z le fait revenir.</source>
        <translation>أُزيل. يعيده Ctrl+Z.</translation>
    </message>
</context>
<context>
    <name>InterviewPanel</name>
    <message>
        <source>Suite</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Quitter le mode entretien</source>
        <translation>الخروج من وضع المقابلة</translation>
    </message>
    <message>
        <source>Ce qui se dit, noté avec l’heure</source>
        <translation>ما يقال، يُدوَّن مع الساعة</translation>
    </message>
    <message>
        <source>Réponse à laquelle la note s’ajoute</source>
        <translation>الجواب الذي تضاف إليه الملاحظة</translation>
    </message>
    <message>
        <source>Entrée ajoute la note, avec l’heure, à la réponse :</source>
        <translation>زر الإدخال يضيف الملاحظة، مع الساعة، إلى الجواب:</translation>
    </message>
    <message>
        <source>Cette fiche n’a pas de question à texte long : rien ne peut y être noté.</source>
        <translation>ليس في هذه البطاقة سؤال بنص طويل: لا يمكن تدوين شيء فيها.</translation>
    </message>
    <message>
        <source>Ce qui se dit ({keys})</source>
        <translation>ما يقال ({keys})</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Réponse à vérifier</source>
        <translation>جواب يجب التحقق منه</translation>
    </message>
    <message>
        <source>Réponse nécessaire</source>
        <translation>الجواب ضروري</translation>
    </message>
</context>
<context>
    <name>GuidanceView</name>
    <message>
        <source>Replier l’explication</source>
        <translation>طيّ الشرح</translation>
    </message>
    <message>
        <source>Pourquoi cette question ?</source>
        <translation>لماذا هذا السؤال؟</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>à corriger</source>
        <translation>يحتاج إلى تصحيح</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>Liste ; Entrée ouvre la ligne choisie</source>
        <translation>قائمة؛ زر الإدخال يفتح السطر المختار</translation>
    </message>
</context>
<context>
    <name>FillManners</name>
    <message>
        <source>Questions en deux langues</source>
        <translation>الأسئلة بلغتين</translation>
    </message>
    <message>
        <source>Mode entretien</source>
        <translation>وضع المقابلة</translation>
    </message>
    <message>
        <source>Questions aussi en : {name}</source>
        <translation>الأسئلة أيضا بـ: {name}</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Dans quelle langue travailler ?</source>
        <translation>بأي لغة سيكون العمل؟</translation>
    </message>
    <message>
        <source>Elle se change à tout moment, en haut de la fenêtre.</source>
        <translation>يمكن تغييرها في أي وقت من أعلى النافذة.</translation>
    </message>
</context>
<context>
    <name>KindStep</name>
    <message>
        <source>Pour travailler, ou pour s’entraîner ?</source>
        <translation>للعمل أم للتدريب؟</translation>
    </message>
    <message>
        <source>L’un ne devient jamais l’autre.</source>
        <translation>لا يتحول أحدهما إلى الآخر أبدًا.</translation>
    </message>
    <message>
        <source>Pour travailler</source>
        <translation>للعمل</translation>
    </message>
    <message>
        <source>De vraies fiches, chiffrées par une phrase secrète, et que l’on envoie au centre.</source>
        <translation>بطاقات حقيقية، مشفّرة بعبارة سرية، تُرسل إلى المركز.</translation>
    </message>
    <message>
        <source>Pour s’entraîner</source>
        <translation>للتدريب</translation>
    </message>
    <message>
        <source>Rien n’y est réel : pas de phrase secrète, chaque PDF le dit, aucun centre réel n’en prend.</source>
        <translation>لا شيء فيه حقيقي: لا عبارة سرية، وكل ملف PDF يقول ذلك، ولا يقبل منه أي مركز حقيقي شيئًا.</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>Qui travaille ici ?</source>
        <translation>من يعمل هنا؟</translation>
    </message>
    <message>
        <source>Le nom figure dans l’historique de chaque fiche, et sur la page d’ouverture.</source>
        <translation>يظهر الاسم في سجل كل بطاقة وفي صفحة الفتح.</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>المنظمة</translation>
    </message>
    <message>
        <source>Facultatif.</source>
        <translation>اختياري.</translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Facultatif. Par exemple : conseil en emploi, enquête.</source>
        <translation>اختياري. مثلا: استشارة في التشغيل، بحث ميداني.</translation>
    </message>
</context>
<context>
    <name>PhraseStep</name>
    <message>
        <source>Une phrase secrète</source>
        <translation>عبارة سرية</translation>
    </message>
    <message>
        <source>Elle chiffre tout ce que contient l’espace, et se tape à chaque ouverture. Quatre ou cinq mots sans rapport entre eux se retiennent mieux qu’un mot compliqué.</source>
        <translation>تُشفّر كل ما في الفضاء وتُكتب عند كل فتح. أربع كلمات أو خمس لا رابط بينها تُحفظ أسهل من كلمة معقدة.</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>العبارة السرية</translation>
    </message>
    <message>
        <source>Au moins 10 caractères.</source>
        <translation>عشرة أحرف على الأقل.</translation>
    </message>
    <message>
        <source>La même, une seconde fois</source>
        <translation>العبارة نفسها مرة ثانية</translation>
    </message>
</context>
<context>
    <name>WizardCard</name>
    <message>
        <source>Écrivez votre nom : il figure dans l’historique des fiches.</source>
        <translation>الاسم مطلوب: يظهر في سجل البطاقات.</translation>
    </message>
    <message>
        <source>Les deux phrases secrètes ne sont pas les mêmes.</source>
        <translation>العبارتان السريتان غير متطابقتين.</translation>
    </message>
    <message>
        <source>Créer un espace de travail · étape {number} sur {count}</source>
        <translation>إنشاء فضاء عمل · الخطوة {number} من {count}</translation>
    </message>
    <message>
        <source>Créer l’espace</source>
        <translation>إنشاء الفضاء</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Ouvrir un espace existant</source>
        <translation>فتح فضاء موجود</translation>
    </message>
</context>
<context>
    <name>SpaceMaker</name>
    <message>
        <source>L’espace se prépare : chiffrement et formulaires de la mission…</source>
        <translation>جارٍ إعداد الفضاء: التشفير واستمارات المهمة…</translation>
    </message>
</context>
<context>
    <name>SheetWriter</name>
    <message>
        <source>cle-de-secours.pdf</source>
        <translation>cle-de-secours.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Enregistrer la feuille à imprimer</source>
        <translation>حفظ الورقة للطباعة</translation>
    </message>
    <message>
        <source>Feuille enregistrée : {name}. Imprimez-la, puis supprimez le fichier.</source>
        <translation>حُفظت الورقة: {name}. اطبعها ثم احذف الملف.</translation>
    </message>
</context>
<context>
    <name>TrainingSign</name>
    <message>
        <source>Entraînement · rien de ce qui est écrit ici n’est réel</source>
        <translation>تدريب · لا شيء مما يُكتب هنا حقيقي</translation>
    </message>
</context>
<context>
    <name>RangeWidget</name>
    <message>
        <source>De {start} à {end}, par pas de {step}</source>
        <translation>من {start} إلى {end}، بخطوة {step}</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Cette réponse est nécessaire pour terminer la fiche.</source>
        <translation>هذا الجواب ضروري لإنهاء البطاقة.</translation>
    </message>
    <message>
        <source>Cette réponse n’est pas admise par la fiche.</source>
        <translation>هذا الجواب لا تقبله البطاقة.</translation>
    </message>
    <message>
        <source>Écrivez un nombre entier, en chiffres.</source>
        <translation>اكتبوا عددا صحيحا بالأرقام.</translation>
    </message>
    <message>
        <source>Écrivez un nombre, en chiffres.</source>
        <translation>اكتبوا عددا بالأرقام.</translation>
    </message>
    <message>
        <source>Écrivez une date qui existe, par exemple 31/05/2024.</source>
        <translation>اكتبوا تاريخا صحيحا، مثل 31/05/2024.</translation>
    </message>
    <message>
        <source>Écrivez une heure, par exemple 14:30.</source>
        <translation>اكتبوا ساعة، مثل 14:30.</translation>
    </message>
    <message>
        <source>Écrivez une date et une heure, par exemple 31/05/2024 14:30.</source>
        <translation>اكتبوا تاريخا وساعة، مثل 31/05/2024 14:30.</translation>
    </message>
    <message>
        <source>Écrivez la latitude puis la longitude, par exemple 34.0209, -6.8416.</source>
        <translation>اكتبوا خط العرض ثم خط الطول، مثل ⁦34.0209, -6.8416⁩.</translation>
    </message>
    <message>
        <source>Cette réponse n’a pas la forme attendue.</source>
        <translation>هذا الجواب ليس بالشكل المطلوب.</translation>
    </message>
</context>
</TS>
