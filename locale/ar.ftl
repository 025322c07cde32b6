### Words of Comity. One catalogue for server and browser. Errors stand under their code, with the attributes what, why, remedy.

## ground
ground-naive_instant =
    .what = الوقت { $instant } لا يذكر أي منطقة زمنية.
    .why = لأن الوقت بلا منطقة زمنية يدل على لحظة مختلفة عند كل قارئ
    .remedy = اكتبوه بالتوقيت العالمي المنسق وفي آخره Z، مثل 2008-08-06T09:51:00Z
ground-bad_instant =
    .what = النص «{ $text }» ليس تاريخًا ووقتًا.
    .why = لأنه لا يتبع المعيار RFC 3339
    .remedy = اكتبوه بالتوقيت العالمي المنسق وفي آخره Z، مثل 2008-08-06T09:51:00Z
ground-not_json =
    .what = هذه البايتات ليست بصيغة JSON.
    .why = لأن القراءة تتوقف عند: { $reason }
    .remedy = اطلبوا الملف من صاحبه مرة أخرى
ground-not_canonical =
    .what = الوثيقة ليست في صيغتها المعيارية.
    .why = لأن بايتاتها تختلف عن الصيغة المعيارية لما تقوله، فلا تكون بصمتها وحيدة
    .remedy = أعيدوا كتابتها بالأمر `comity agreement hash` الذي يعرض بصمة الصيغة المعيارية
ground-outside_profile =
    .what = لا توجد لهذه القيمة صيغة معيارية هنا.
    .why = لأنها تحتوي على { $found }، وهو ما لا تقبله الصيغة الموقَّعة
    .remedy = استعملوا مفاتيح ASCII بأحرف صغيرة وأعدادًا صحيحة أقل من 2^53 ونصوصًا، واكتبوا الكسور أعدادًا صحيحة بوحدة أصغر
ground-unknown_column =
    .what = سجل من النوع { $kind } يحمل العمود «{ $column }».
    .why = لأن هذا النوع لا يصفه، فلا تستطيع أي قاعدة إفصاح أن تقرّبه أو تحذفه
    .remedy = استعملوا أحد هذه الأعمدة: { $columns }
## end of ground

## agreement
agreement-example = مثال: كُتب هذا الاتفاق لبرنامج Comity، وهو ليس المعاهدة ولا يُلزم أحدًا.
agreement-title = { $title } ({ $id })
agreement-dates = وُقّع في { $signed }، وهو نافذ منذ { $in_force }.
agreement-party = الطرف { $id }: { $name }؛ وسجله { $origin }.
agreement-relation-follows = يأتي عقب { $other }.
agreement-relation-parallel-to = يقوم إلى جانب { $other }.
agreement-relation-supersedes = يحل محل { $other }.
agreement-relation-under = أُبرم بموجب { $other }.
agreement-group = فريق العمل { $id }: { $title }.
agreement-clause = المادة { $clause }، { $title }.
agreement-clause-waits = المادة { $clause }، { $title }؛ تنتظر قرارًا يوقعه الطرفان.
agreement-rule = القاعدة { $rule }، بموجب المادة { $clause } ({ $title }): { $kind }، من { $from } إلى { $to }.
agreement-rule-purpose = الغرض: { $purpose ->
        [search_and_rescue] البحث والإنقاذ
        [maritime_safety] السلامة البحرية
        [maritime_security] الأمن البحري
        [regional_security] الأمن الإقليمي
        [training] التدريب
        [equipment] التجهيز
        [technology] التكنولوجيا
        [investment] الاستثمار
        [tourism] السياحة
        [public_report] إعلام الجمهور
       *[other] { $purpose }
    }.
agreement-rule-keep = لا تخرج إلا هذه الحقول: { $columns }.
agreement-rule-grid = تُقرَّب المواقع إلى { $grid }°.
agreement-rule-bucket = تُقرَّب الأوقات إلى فترة طولها { $unit ->
        [d] بالأيام
        [h] بالساعات
        [min] بالدقائق
       *[s] بالثواني
    } { $amount }.
agreement-rule-identity = لا يخرج من المعرّف إلا أحرفه الأولى ({ $digits }).
agreement-rule-at-once = يُفصَح عنه فورًا.
agreement-rule-delay = لا يُفصَح عنه إلا بعد مدة قدرها { $unit ->
        [d] بالأيام
        [h] بالساعات
        [min] بالدقائق
       *[s] بالثواني
    } { $amount }.
agreement-rule-period-ends = لا يُفصَح عنه إلا بعد انقضاء تلك المدة.
agreement-rule-delay-counts = يُحسب التأخير من نهاية تلك المدة.
agreement-rule-area = داخل المنطقة { $area } فقط.
agreement-rule-caveats = لا يخرج أبدًا ما يحمل إحدى هذه العلامات: { $caveats }.
agreement-rule-until = تنتهي القاعدة في { $until }؛ ويُمحى ما خرج بعد عدد من الأيام أقصاه { $days }.
agreement-text = النص { $language ->
        [ar] العربي
        [fr] الفرنسي
       *[en] الإنجليزي
    } هو { $file } كما وُقّع.
agreement-hash = يوقع الطرفان على { $hash }
agreement-sound = الشكل والإحالات والنصوص الثلاثة سليمة.
agreement-question = عنصر مثال: { $kind }، من { $from } إلى { $to }؛ طُلب في { $now }.
agreement-question-real = عنصر: { $kind }، من { $from } إلى { $to }؛ طُلب في { $now }.
agreement-breaks_schema =
    .what = الوثيقة ليست { $schema } صحيحة: عند { $path } تخالف القاعدة «{ $keyword }».
    .why = يقول فحص المخطط: { $reason }
    .remedy = صحّحوا ذلك الموضع؛ الشكل موصوف في docs/reference/{ $page }.md
agreement-too_long =
    .what = يبلغ الاتفاق { $bytes } بايت في صيغته المعيارية، أي أكثر من حده وهو { $limit }.
    .why = ينبغي أن يسعه قيد واحد من السجل
    .remedy = اختصروا العناوين أو المناطق أو القواعد؛ فالنصوص الطويلة محلها ملفات النصوص
agreement-no_such_date =
    .what = { $date } عند { $path } ليس تاريخًا في التقويم.
    .why = المدة التي تنتهي في يوم لا وجود له لا تنتهي أبدًا أو تنتهي في الحال
    .remedy = اكتبوا تاريخًا موجودًا
agreement-duplicate_id =
    .what = المعرّف { $id } وارد مرتين (عند { $path }).
    .why = أي إحالة إليه تدل على شيئين
    .remedy = أعطوا أحدهما معرّفًا آخر
agreement-parties_out_of_order =
    .what = ورد الطرفان بالترتيب { $first } ثم { $second } (عند { $path }).
    .why = الوثيقة الموقعة محايدة: يرد الطرفان فيها بترتيب رمزيهما في معيار ISO
    .remedy = بدّلوا موضعيهما؛ فكل طرف يذكر نفسه أولًا في نسخته المطبوعة
agreement-log_name_twice =
    .what = اسم السجل { $name } وارد مرتين (عند { $path }).
    .why = لكل طرف سجله ونسخته من سجل الشريك، ولكل منهما اسمه
    .remedy = أعطوا كلًا منهما اسمًا خاصًا به
agreement-dates_out_of_order =
    .what = تاريخ { $date } عند { $path } يسبق { $earlier } عند { $earlier_path }.
    .why = يوقَّع الاتفاق ثم ينفذ، ثم تنتهي القاعدة بعد ذلك
    .remedy = رتّبوا التواريخ
agreement-unknown_reference =
    .what = { $path } يسمي { $name }، والاتفاق لا ينشئه في ذلك الموضع.
    .why = لا يجوز لأي جزء من الاتفاق أن يسمي إلا ما ينشئه الاتفاق نفسه
    .remedy = استعملوا واحدًا مما يلي: { $known }
agreement-no_group_to_decide =
    .what = البند { $clause } ينتظر قرارًا ولم يُسمَّ له فريق عمل (عند { $path }).
    .why = من دون فريق لا أحد يستطيع بدء العمل به
    .remedy = سمّوا فريق البند، أو اجعلوه يبدأ مع الاتفاق
agreement-rule_names_no_clause =
    .what = القاعدة { $rule } تسمي البند { $clause } (عند { $path })، وليس في الاتفاق بند بهذا الرقم.
    .why = لا يخرج شيء إلا بموجب بند اتفق عليه الطرفان
    .remedy = سمّوا واحدًا مما يلي: { $clauses }
agreement-rule_without_area =
    .what = القاعدة { $rule } لا تسمي منطقة (عند { $path })، والبند { $clause } لا ينطبق إلا في مناطقه.
    .why = القاعدة تُخرج ما لا يشمله البند
    .remedy = سمّوا واحدة مما يلي: { $areas }
agreement-kept_too_long =
    .what = القاعدة { $rule } تجيز الحفظ { $keep_for_s } ثانية (عند { $path })؛ والاتفاق يجيز { $longest_s } ثانية.
    .why = البند { $clause } يحدد أطول مدة
    .remedy = قصّروا مدة القاعدة
agreement-rule_never_reached =
    .what = القاعدة { $rule } لا يمكن أن تفصل في أي شيء (عند { $path }).
    .why = لا تسمي اتجاهًا بين الطرفين تركته مفتوحًا قاعدةٌ سابقة للعناصر نفسها
    .remedy = احذفوها، أو ضعوها قبل القاعدة الأوسع
agreement-decision_of_unknown_group =
    .what = القرار { $decision } صادر عن فريق العمل { $group }، وليس في الاتفاق فريق بهذا الاسم.
    .why = لا يقرر بموجب الاتفاق إلا فريق أنشأه الاتفاق
    .remedy = سمّوا واحدًا مما يلي: { $groups }
agreement-decision_mark_differs =
    .what = القرار { $decision } والاتفاق { $agreement } لا يحملان علامة «مثال» نفسها.
    .why = لا يجوز أن يعمل قرار مثال على اتفاق حقيقي، ولا العكس
    .remedy = أعطوا القرار علامة اتفاقه
agreement-decision_on_unknown_clause =
    .what = القرار { $decision } يبدأ العمل بالبند { $clause }، وليس في الاتفاق هذا البند (عند { $path }).
    .why = لا يعمل القرار إلا على ما اتُّفق عليه
    .remedy = سمّوا بندًا من الاتفاق
agreement-clause_needs_no_decision =
    .what = البند { $clause } معمول به منذ نفاذ الاتفاق (عند { $path }).
    .why = لا يبدأ العمل بقرار إلا ببند ينتظر قرارًا
    .remedy = احذفوا هذا الأثر
agreement-clause_of_another_group =
    .what = البند { $clause } لا يتبع فريق العمل { $group } (عند { $path }).
    .why = لا يقرر الفريق إلا في بنوده
    .remedy = دعوا فريق البند يقرر
agreement-amendment_of_another =
    .what = لا يخص التعديل هذه النسخة: حقله { $field } هو { $found } لا { $expected }.
    .why = يغير التعديل النسخة النافذة لدى الطرفين بعينها
    .remedy = صوغوه من جديد على النسخة النافذة
agreement-amendment_makes_another =
    .what = يعلن التعديل { $said }، وتعطي تغييراته { $made }.
    .why = يوقع الطرفان التغيير وما ينتج عنه، ولا بد أن يغير التغيير شيئًا
    .remedy = صوغوا التعديل من جديد بالأمر `comity agreement amend`
agreement-amendment_too_early =
    .what = يدخل التعديل حيز النفاذ في { $in_force }، قبل الاتفاق نفسه ({ $agreement }).
    .why = ما لم يكن نافذًا بعد لا يمكن أن يكون قد عُدّل
    .remedy = رتبوا التواريخ
agreement-wording_differs =
    .what = يحمل التعديل نصًا بلغة { $language } ليس هو النص الذي يجعله ملزمًا.
    .why = بصمة النص { $found }، والنسخة التي ينشئها تسمّي { $expected }
    .remedy = صوغوا التعديل من جديد مع نصوصه
agreement-wording_without_clause =
    .what = لا يمكن استبدال نص المادة { $clause }: لا عنوان بهذا الرقم في النص.
    .why = يُقسَّم النص إلى مواد عند عناوينه، وما لا عنوان له لا يُعثر عليه
    .remedy = سمّوا مادة نصها معروض
agreement-wording_not_of_one_clause =
    .what = النص الجديد للمادة { $clause } فارغ، أو فيه عنوان (سطر يبدأ بـ ##).
    .why = نص المادة يقوم تحت عنوانها وحده، وعنوان ثانٍ يفتح مادة أخرى
    .remedy = اكتبوا جملًا بلا سطر يبدأ بـ ##
agreement-cannot_be_amended =
    .what = لا يمكن تعديل الجزء { $part }.
    .why = الطرفان والمعرف والتواريخ وعلامة المثال هي ما يجعل الاتفاق ما هو عليه
    .remedy = اتركوا هذا الجزء كما هو، أو اعقدوا اتفاقًا آخر يحل محل هذا
agreement-change_names_nothing =
    .what = يسمي التعديل { $name } ضمن { $part }، ولا وجود له هناك.
    .why = لا يمكن نزع أو اتباع إلا ما يرد في النسخة النافذة
    .remedy = سمّوا واحدًا من: { $known }
agreement-notice_does_not_fit =
    .what = لا يلائم الإشعار الاتفاق { $agreement }: حقله { $field } يخص اتفاقًا غيره.
    .why = لا يعمل الإشعار إلا بموجب الاتفاق والمادة اللذين يجيزانه، وعلى سجل الشريك
    .remedy = اكتبوه من جديد لهذا الاتفاق
agreement-keys_do_not_fit =
    .what = لا يمكن توقيع ملحق المفاتيح بموجب { $agreement }: { $reason }.
    .why = يحمل كل مفتاح اسم سجله أو إيصاله، ويخدم دورًا واحدًا، ويُستبدل مع المفتاح الآخر للطرف نفسه، ولا يعود أبدًا بعد التخلي عنه
    .remedy = ولّدوا مفاتيح جديدة بالأمر `comity keys draw`، وقارنوا البصمات شفهيًا
agreement-office_does_not_fit =
    .what = المكتب { $office } غير ملائم: حقله { $field } خاطئ.
    .why = ينتمي المكتب إلى طرف، وينتهي بعد بدايته، ويخلف مكتبًا بدأ قبله
    .remedy = صححوا قائمة المكاتب
agreement-differs-added = جديد: { $part ->
        [domains] المجال
        [groups] فريق العمل
        [kinds] النوع
        [areas] المنطقة
        [clauses] المادة
        [rules] القاعدة
        [title] العنوان
        [texts] النصوص
        [relations] الصلات
        [limits] الحدود
        [termination] الإنهاء
        [retention] الحفظ
       *[other] الجزء
    } { $id }
agreement-differs-removed = منزوع: { $part ->
        [domains] المجال
        [groups] فريق العمل
        [kinds] النوع
        [areas] المنطقة
        [clauses] المادة
        [rules] القاعدة
        [title] العنوان
        [texts] النصوص
        [relations] الصلات
        [limits] الحدود
        [termination] الإنهاء
        [retention] الحفظ
       *[other] الجزء
    } { $id }
agreement-differs-changed = معدّل: { $part ->
        [domains] المجال
        [groups] فريق العمل
        [kinds] النوع
        [areas] المنطقة
        [clauses] المادة
        [rules] القاعدة
        [title] العنوان
        [texts] النصوص
        [relations] الصلات
        [limits] الحدود
        [termination] الإنهاء
        [retention] الحفظ
       *[other] الجزء
    } { $id }
agreement-differs-field = { $path }: { $before } ← { $after }
agreement-differs-not = لا اختلاف بين النسختين.
agreement-lets-more = يخرج أكثر مما كان.
agreement-lets-less = يخرج أقل مما كان.
agreement-lets-otherwise = يتغير ما يخرج: أكثر من وجه وأقل من وجه.
## end of agreement

## ledger
ledger-genuine = السجل { $origin } صحيح: قيوده كلها وعددها { $size } تعطي البصمة التي وُقِّعت.
ledger-root = بصمة جميع القيود: { $hash }
ledger-receipt = إيصال من الشريك: { $mirror }، { $instant }
ledger-by-earlier-key = وُقّع الرأس بمفتاح تُخلّي عنه بعد ذلك، والعبرة بإيصال الطرف الآخر.
ledger-no-receipt =
    { $mirrors ->
        [0] لا يذكر ملف المفاتيح أي مفتاح لإيصالات الشريك، فلا يُقرأ هنا أي إيصال.
       *[other] لا إيصال تحت هذا الرأس. إيصال الشريك تحت نسخته هو من هذا السجل، وتعرضه صفحة السجل في العقدة.
    }
ledger-contents = النصوص { $texts } · التوقيعات { $votes } · الإفصاحات { $releases } · إعلانات الوقت { $beats }
ledger-unread = قيود بصيغة أخرى، تُعرض ولا أثر لها: { $count }
ledger-only-grew = لم يزد السجل إلا نموًا منذ الرأس الذي سبق الاطلاع عليه وعدد قيوده { $size }.
ledger-evidence = حُفظ الرأسان الموقَّعان دليلًا: { $known } و{ $found }
ledger-proof-written = كُتب الإثبات في { $file }.
ledger-proved = القيد { $index } صحيح: هو وارد في السجل { $origin }، ويثبته رأسه الموقَّع وعدد قيوده { $size }.
ledger-proved-act = قُيّد في { $instant } من: { $office }
ledger-agreed = { $series }: متفق عليه من الطرفين، { $hash } (النصوص المتفق عليها حتى الآن: { $count })
ledger-not-agreed = { $series }: لم يتفق الطرفان على شيء بعد.
ledger-awaits = { $series }: ينتظر { $hash } توقيعًا في { $origin }.
ledger-nothing-tabled = لم يطرح أي من الطرفين نصًا.
ledger-bad_checkpoint =
    .what = رأس السجل غير سليم الصيغة.
    .why = المنتظر ثلاثة أسطر: الاسم، والحجم بلا صفر في أوله، وبصمة من 32 بايتًا بترميز base64
    .remedy = اطلبوه من جديد من صاحب السجل؛ فإن بقي كذلك فالخلل في برنامجه
ledger-bad_entry =
    .what = لا يمكن تدوين { $kind } في السجل.
    .why = جزء منه غير سليم الصيغة، أو حجمه يتجاوز { $limit } بايت ({ $found })
    .remedy = تحقّقوا من السلسلة والنسخة والبصمات والمكتب والوقت والملح (16 بايتًا)
ledger-bad_key_name =
    .what = لا يصلح { $name } اسمًا لمفتاح.
    .why = اسم المفتاح كلمة واحدة لا تتجاوز 255 بايتًا، بلا مسافات وبلا علامة «+»
    .remedy = سمّوه على صورة عنوان شبكي بلا بادئته، مثل dz.example/dz-us-mou-2025
ledger-bad_keys =
    .what = ملف المفاتيح غير سليم الصيغة.
    .why = يلزمه log وهو مفتاح سجل، وقد يحوي origin وearlier وmirrors وmirror وmirror_pq
    .remedy = اكتبوا فيه المفاتيح الواردة في بطاقتي الطرفين
ledger-bad_proof =
    .what = الإثبات لا يصمد.
    .why = بصماته لا تفضي إلى جذر الرأس الموقَّع
    .remedy = احفظوا الإثبات والرأس دليلًا، واطلبوهما من جديد من صاحب السجل
ledger-bad_seed =
    .what = يتعذّر إنشاء المفتاح الخاص لـ{ $name }.
    .why = تلزمه بذرة من 32 بايتًا والنوع 1 أو 4؛ والموجود { $found } بايت والنوع { $kind }
    .remedy = خذوا 32 بايتًا من مصدر العشوائية في النظام
ledger-bad_signature =
    .what = توقيع { $name } غير صحيح.
    .why = لا يطابق النص الذي وُضع تحته، فأحدهما قد غُيِّر
    .remedy = احفظوا الملف دليلًا واطلبوا السجل من جديد من { $name }
ledger-bad_signature_line =
    .what = في الرأس الموقَّع سطر ليس توقيعًا.
    .why = السطر { $line } ليس على صورة: شَرطة ثم اسم ثم base64
    .remedy = اطلبوه من جديد من صاحب السجل؛ فربما أتلفه النقل
ledger-bad_tlog_proof =
    .what = الملف ليس إثباتًا.
    .why = يُنتظر عنوان ورقم وبصمات من 32 بايت وسطر فارغ ورأس موقَّع، ولا شيء غيرها
    .remedy = اطلبوه من جديد ممن أعدّه؛ فقد يكون النقل أتلفه
ledger-bad_vkey =
    .what = { $vkey } ليس مفتاح تحقُّق.
    .why = يُكتب المفتاح هكذا: اسم+8 أرقام ست عشرية+base64
    .remedy = انسخوا السطر كاملًا من البطاقة التي سلّمها صاحبه
ledger-entries_cut_off =
    .what = الملف { $path } من السجل مبتور.
    .why = ينتهي في وسط القيد { $entry }
    .remedy = اطلبوا هذا الملف من جديد من صاحب السجل
ledger-entries_overrun =
    .what = الملف { $path } من السجل أطول مما ينبغي.
    .why = بعد قيده الأخير { $extra } بايت زائدة
    .remedy = اطلبوا هذا الملف من جديد من صاحب السجل
ledger-entry_altered =
    .what = غُيِّر القيد { $entry } من السجل.
    .why = في الملف { $path } لا يعطي البصمة التي وُقِّعت له
    .remedy = احفظوا الملف دليلًا واطلبوه من جديد من صاحب السجل
ledger-entry_too_large =
    .what = القيد أكبر من أن يتسع له السجل.
    .why = حجمه { $found } بايت، والحد الأقصى للقيد { $limit }
    .remedy = ضعوا محتواه في ملف مستقل يسمّيه القيد ببصمته
ledger-file_too_large =
    .what = الملف { $path } من السجل كبير جدًا.
    .why = يتجاوز { $limit } بايت، وهو أقصى ما يمكن أن يبلغه
    .remedy = اسألوا صاحب السجل عمّا نُشر، ولا تثقوا بشيء منه قبل ذلك
ledger-fork =
    .what = السجل { $origin } يناقض نفسه.
    .why = قيوده الأولى وعددها { $known } ليست تلك التي شوهدت وتُحقِّق منها من قبل
    .remedy = احفظوا الرأسين الموقَّعين دليلًا؛ ويبقى نافذًا ما اتفق عليه الطرفان من قبل
ledger-leftover_altered =
    .what = غُيِّر الملف { $path } من السجل، وهو باقٍ من حجم سابق.
    .why = لا يبدأ كما يبدأ { $successor } الذي يثبته الرأس الموقَّع
    .remedy = احفظوا الملف دليلًا واطلبوه من جديد من صاحب السجل
ledger-missing_file =
    .what = الملف { $path } من السجل مفقود.
    .why = الرأس الموقَّع يقول إنه موجود
    .remedy = اطلبوه من صاحب السجل، أو أعيدوا نسخ المجلد كاملًا
ledger-no_known_signature =
    .what = لم يوقّع هذا أيُّ مفتاح معروف.
    .why = عدد التوقيعات { $count }، وليس بينها توقيع بمفتاح يحق له التوقيع الآن: فالمفتاح المتخلّى عنه لم يعد يُعتدّ به، والجديد لا يُعتدّ به قبل أن يوقّع المفتاحان معًا رأسًا واحدًا للسجل
    .remedy = تحقّقوا من أن المفاتيح مفاتيح هذا السجل وأنها الأحدث، ثم اطلبوه من جديد من صاحبه
ledger-no_such_entry =
    .what = ليس في السجل قيد رقمه { $index }.
    .why = يشمل الرأس الموقَّع القيود من 0 إلى ما دون { $size }
    .remedy = اختاروا قيدًا دون هذا الرقم، أو أعطوا رأسًا أحدث
ledger-note_not_text =
    .what = الرأس الموقَّع ليس نصًا صرفًا.
    .why = فيه بايتات ليست UTF-8، أو محارف تحكّم
    .remedy = اطلبوه من جديد من صاحب السجل؛ فربما أتلفه النقل
ledger-note_too_large =
    .what = الرأس الموقَّع كبير جدًا.
    .why = يتجاوز { $limit } بايت
    .remedy = اسألوا صاحب السجل عمّا نُشر، ولا تثقوا بشيء منه قبل ذلك
ledger-note_unsigned =
    .what = الرأس الموقَّع لا يحمل توقيعات.
    .why = المنتظر نص ثم سطر فارغ ثم أسطر توقيع كاملة
    .remedy = اطلبوه من جديد من صاحب السجل؛ فربما بُتر في الطريق
ledger-own_signature_missing =
    .what = السجل { $origin } لم يوقّع هذا الرأس.
    .why = يحمل إيصالات من غير صاحبه، وليس فيه توقيع بمفتاح السجل نفسه
    .remedy = اطلبوه من جديد من صاحب السجل وتحقّقوا من المفاتيح
ledger-proof_without_entry =
    .what = لا يحمل الإثبات أي قيد.
    .why = سطره `extra` مفقود أو أطول مما يكون عليه قيد، فلا شيء يقول ماذا يثبت
    .remedy = اطلبوا الإثبات من جديد مع قيده
ledger-rollback =
    .what = السجل { $origin } عاد إلى الوراء.
    .why = عدد قيوده الآن { $found }، وقد شوهد منها { $known } من قبل
    .remedy = احفظوا الرأسين الموقَّعين دليلًا، واسألوا صاحبه عن سبب نقص القيود
ledger-tile_altered =
    .what = غُيِّر الملف { $path } من السجل.
    .why = بصماته لا تتفق مع ما فوقها وما تحتها
    .remedy = احفظوا الملف دليلًا واطلبوه من جديد من صاحب السجل
ledger-too_many_signatures =
    .what = الرأس الموقَّع يحمل توقيعات أكثر مما ينبغي.
    .why = عددها { $count }، ولا يُقرأ منها أكثر من { $limit }
    .remedy = اسألوا صاحب السجل عمّا نُشر
ledger-unsignable_text =
    .what = لا يمكن توقيع هذا النص.
    .why = يُوقَّع نص UTF-8 ينتهي بسطر جديد ولا يحوي محرف تحكّم آخر
    .remedy = أعيدوا كتابته بلا محارف تحكّم وأنهوه بسطر جديد
ledger-unsupported_key =
    .what = مفتاح { $name } من نوع لا يقرؤه Comity.
    .why = هو من النوع { $kind } وطوله { $found } بايت؛ وطول النوعين 1 و4 هو 32 بايتًا، وطول النوع 6 هو 1312
    .remedy = اطلبوا من صاحبه مفتاح Ed25519، أو مفتاح ML-DSA-44 للإيصالات
ledger-vkey_altered =
    .what = مفتاح { $name } لا يطابق بصمته.
    .why = النص يذكر { $stated } وبايتاته تعطي { $computed }
    .remedy = اطلبوا المفتاح من صاحبه من جديد، وقارنوا البصمتين شفهيًا
ledger-weak_key =
    .what = مفتاح { $name } لا يثبت شيئًا.
    .why = هو من مفاتيح Ed25519 القليلة التي يمكن أن يُصنع لها توقيع بلا أي سر
    .remedy = اطلبوا من صاحبه مفتاحًا جديدًا، وقارنوا البصمتين شفهيًا
ledger-wrong_length =
    .what = طول الملف { $path } من السجل غير صحيح.
    .why = طوله { $found } بايت بدلًا من { $expected }
    .remedy = اطلبوا هذا الملف من جديد من صاحب السجل
ledger-wrong_record =
    .what = هذا ليس السجل { $expected }.
    .why = رأسه يسمّي { $found }
    .remedy = تحقّقوا من العنوان ومن المفاتيح
ledger-wrong_root =
    .what = رأس السجل لا يطابق قيوده.
    .why = قيوده وعددها { $size } تعطي بصمة غير التي وُقِّعت
    .remedy = احفظوا الرأس دليلًا واطلبوا السجل من جديد من صاحبه
## end of ledger

## rescue
rescue-area_not_read =
    .what = لم تُقرأ المنطقة { $name }.
    .why = تشير الفرضية إلى ملف، والحساب يحتاج إلى نقاطه
    .remedy = اقرؤوا الملف أولًا، أو اكتبوا النقاط في ملف الحالة
rescue-crossed_polygon =
    .what = حدود المنطقة تتقاطع أو لا تحيط بشيء.
    .why = لا يمكن تمييز داخلها من خارجها
    .remedy = اكتبوا النقاط بترتيبها حول المنطقة
rescue-ends_before_start =
    .what = ينتهي الحساب قبل بداية الفرضية { $number }.
    .why = قيمة until في [run] ليست بعد وقت الفرضية
    .remedy = اجعلوا until بعد آخر وقت معلوم
rescue-missing_key =
    .what = ينقص المفتاح { $key } في { $table }.
    .why = ليست له قيمة افتراضية
    .remedy = أضيفوا { $key } إلى { $table }
rescue-not_a_choice =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = هذا الخيار غير موجود
    .remedy = استعملوا أحد الخيارات التالية: { $choices }
rescue-not_a_number =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = يجب أن تكون عددًا، وعددًا صحيحًا عند العدّ
    .remedy = اكتبوا { $key } عددًا مجردًا، دون وحدة ولا علامات اقتباس
rescue-not_a_pair =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = يجب أن يضم قيمتين، الأولى والأخيرة
    .remedy = اكتبوا { $key } = [الأولى, الأخيرة]
rescue-not_a_polygon =
    .what = قيمة polygon في { $table } ليست منطقة.
    .why = المنطقة قائمة حلقات، في كل منها ثلاثة أزواج على الأقل من خط الطول وخط العرض
    .remedy = اكتبوا polygon = [[[4.9, 37.1], [5.6, 37.1], [5.6, 37.6]]] أو اسم ملف GeoJSON
rescue-not_a_table =
    .what = { $key } ليس جدولًا في ملف الحالة.
    .why = الأجسام والفرضيات والوحدات قوائم جداول، وفيها جدول واحد على الأقل لكل ما تحتاج إليه الحالة
    .remedy = اكتبوا [{ $key }] أو [[{ $key }]] في سطر مستقل، ومفاتيحه تحته
rescue-not_an_instant =
    .what = قيمة { $key } في { $table } هي { $value } وليست وقتًا محددًا.
    .why = تتطلب الحالة تاريخًا وساعةً ومنطقةً زمنية
    .remedy = اكتبوه بالتوقيت العالمي المنسق مع Z في آخره، مثل 2008-08-06T09:51:00Z
rescue-not_text =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = يجب أن تكون نصًا، وغير فارغ عند سرد الملفات
    .remedy = اكتبوا { $key } بين علامتي اقتباس
rescue-out_of_range =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = يجب أن تكون القيمة بين { $low } و{ $high }
    .remedy = صحّحوا { $key }
rescue-outside_field =
    .what = حقل { $quantity } لا يغطي الموقع { $position } في { $instant }.
    .why = يمتد من { $west } إلى { $east } درجة طولًا، ومن { $south } إلى { $north } درجة عرضًا، من { $first } إلى { $last }، وينتهي حيث تنتهي شبكته أو ينتهي البحر
    .remedy = أضيفوا ملفات تغطي الحالة، أو أوقفوا الحساب قبل ذلك
rescue-nothing_in_water =
    .what = لا توجد أي فرضية في الماء عند { $instant }.
    .why = كل الفرضيات ذات الوزن تدخل الماء لاحقًا
    .remedy = اطلبوا الخريطة في لحظة لاحقة
rescue-start_on_land =
    .what = { $share_pct } % من نقاط البداية تقع على اليابسة.
    .why = الموقع { $position } على اليابسة، وكذلك تقريبًا كل موقع آخر تسمح به الفرضية
    .remedy = صحّحوا آخر موقع معلوم أو خطأه
rescue-step_not_in_hour =
    .what = الخطوة الزمنية { $step_s } ثانية لا تقسم الساعة بالتساوي.
    .why = تُسجَّل السحابة كل ساعة عند نهاية خطوة
    .remedy = اختاروا خطوة مثل 300 أو 600 أو 900 أو 1800 أو 3600
rescue-times_out_of_order =
    .what = الأوقات في { $table } معكوسة.
    .why = الوقت الأخير يسبق الأول
    .remedy = اكتبوا time = [الأول, الأخير]
rescue-unknown_key =
    .what = يحتوي { $table } على المفتاح { $key } وهو غير موجود.
    .why = المفتاح المكتوب خطأً يعود إلى قيمته الافتراضية دون تنبيه
    .remedy = استعملوا أحد المفاتيح التالية: { $known }
rescue-unknown_leeway =
    .what = لا توجد فئة انجراف باسم { $name }.
    .why = يضم الجدول الأرقام من 1 إلى { $last } ومفاتيحها
    .remedy = هل تقصدون إحدى هذه الفئات: { $near }؟
rescue-wrong_quantity =
    .what = الحقل { $source } حقل { $given }.
    .why = ينتظر الحساب هنا حقل { $needed }
    .remedy = بدّلوا بين ملفات التيار وملفات الريح
# The 85 classes of the leeway table, by number.
leeway-1 = شخص في الماء، حالته مجهولة (قيم متوسطة)
leeway-2 = شخص في الماء، منتصب وواعٍ، بسترة طفو من النوع III
leeway-3 = شخص في الماء، جالس، بسترة نجاة من النوع I أو II
leeway-4 = شخص في الماء، ببدلة غمر، وجهه إلى الأعلى
leeway-5 = شخص في الماء، ببدلة غوص، وجهه إلى الأعلى
leeway-6 = شخص في الماء، متوفى، وجهه إلى الأسفل
leeway-7 = طوف نجاة، بصابورة عميقة، سعته وحمولته مجهولتان، قيم متوسطة
leeway-8 = طوف نجاة، يتسع لأشخاص من 4 إلى 14، بصابورة عميقة، بمظلة، قيم متوسطة
leeway-9 = طوف نجاة، يتسع لأشخاص من 4 إلى 14، بصابورة عميقة، بلا مرساة عائمة
leeway-10 = طوف نجاة، يتسع لأشخاص من 4 إلى 14، بصابورة عميقة، بمظلة، بلا مرساة عائمة، بحمولة خفيفة
leeway-11 = طوف نجاة، يتسع لأشخاص من 4 إلى 14، بصابورة عميقة، بلا مرساة عائمة، بحمولة ثقيلة
leeway-12 = طوف نجاة، يتسع لأشخاص من 4 إلى 14، بصابورة عميقة، بمظلة، بمرساة عائمة، قيم متوسطة
leeway-13 = طوف نجاة، يتسع لأشخاص من 4 إلى 14، بصابورة عميقة، بمظلة، بمرساة عائمة، بحمولة خفيفة
leeway-14 = طوف نجاة، يتسع لأشخاص من 4 إلى 14، بصابورة عميقة، بمظلة، بمرساة عائمة، بحمولة ثقيلة
leeway-15 = طوف نجاة، يتسع لأشخاص من 15 إلى 50، بصابورة عميقة، بمظلة، قيم متوسطة
leeway-16 = طوف نجاة، يتسع لأشخاص من 15 إلى 50، بصابورة عميقة، بمظلة، بلا مرساة عائمة، بحمولة خفيفة
leeway-17 = طوف نجاة، يتسع لأشخاص من 15 إلى 50، بصابورة عميقة، بمظلة، بمرساة عائمة، بحمولة ثقيلة
leeway-18 = طوف نجاة، بصابورة عميقة، منقلب، قيم متوسطة
leeway-19 = طوف نجاة، بصابورة عميقة، مغمور بالماء، قيم متوسطة
leeway-20 = طوف نجاة، بصابورة ضحلة، بمظلة، قيم متوسطة
leeway-21 = طوف نجاة، بصابورة ضحلة، بمظلة، بلا مرساة عائمة
leeway-22 = طوف نجاة، بصابورة ضحلة، بمظلة، بمرساة عائمة
leeway-23 = طوف نجاة، بصابورة ضحلة، بمظلة، منقلب
leeway-24 = طوف إخلاء غواصة لشخص واحد (SEIE)، بصابورة ضحلة، بمظلة، بلا مرساة عائمة
leeway-25 = طوف إخلاء غواصة لشخص واحد (SEIE)، بصابورة ضحلة، بمظلة، بمرساة عائمة
leeway-26 = طوف نجاة، بلا صابورة، قيم متوسطة
leeway-27 = طوف نجاة، بلا صابورة، بلا مظلة، بلا مرساة عائمة
leeway-28 = طوف نجاة، بلا صابورة، بلا مظلة، بمرساة عائمة
leeway-29 = طوف نجاة، بلا صابورة، بمظلة، بلا مرساة عائمة
leeway-30 = طوف نجاة، بلا صابورة، بمظلة، بمرساة عائمة
leeway-31 = عدة إنقاذ بحري (USCG): ثلاثة أطواف نجاة بصابورة وحبل طوله 300 م
leeway-32 = طوف نجاة، لطائرة، يتسع لأشخاص من 4 إلى 6، بلا صابورة، بمظلة، بلا مرساة عائمة
leeway-33 = منزلق إخلاء طائرة مع طوف نجاة، سعته 46 شخصًا
leeway-34 = كبسولة نجاة صلبة (SOLAS)، سعتها 22 شخصًا
leeway-35 = طوف نجاة صلب (Ovatek)، سعته 4 أو 7 أشخاص، بحمولة خفيفة، بلا مرساة عائمة، قيم متوسطة
leeway-36 = طوف نجاة صلب (Ovatek)، سعته 4 أشخاص، بحمولة خفيفة، بلا مرساة عائمة
leeway-37 = طوف نجاة صلب (Ovatek)، سعته 7 أشخاص، بحمولة خفيفة، بلا مرساة عائمة
leeway-38 = طوف نجاة صلب (Ovatek)، سعته 4 أو 7 أشخاص، بحمولة كاملة، بمرساة عائمة، قيم متوسطة
leeway-39 = طوف نجاة صلب (Ovatek)، سعته 4 أشخاص، بحمولة كاملة، بمرساة عائمة
leeway-40 = طوف نجاة صلب (Ovatek)، سعته 7 أشخاص، بحمولة كاملة، بمرساة عائمة
leeway-41 = كاياك بحري، وشخص على سطحه الخلفي
leeway-42 = لوح ركوب أمواج وعليه شخص
leeway-43 = لوح شراعي، صاريه وشراعه في الماء
leeway-44 = قارب صغير بمحرك خارجي، قاعه على شكل V معدّل أو كاتدرائي
leeway-45 = قارب صغير، قاعه على شكل V
leeway-46 = قارب صغير مغمور بالماء ومنقلب
leeway-47 = قارب صغير من الألومنيوم، قاعه على شكل V من المقدمة إلى المؤخرة
leeway-48 = زورق نزهة سريع بلا غطاء، قاعه على شكل V معدّل
leeway-49 = زورق صيد رياضي، مقوده في الوسط وحجرته مكشوفة
leeway-50 = سفينة صيد، قيم متوسطة
leeway-51 = سفينة صيد، سمبان من هاواي
leeway-52 = سفينة صيد، سفينة جرّ يابانية، جانبية وخلفية
leeway-53 = سفينة صيد، سفينة يابانية للصيد بالخيوط الطويلة
leeway-54 = سفينة صيد، كورية
leeway-55 = سفينة صيد، سفينة شباك خيشومية ببكرة خلفية
leeway-56 = سفينة شحن ساحلية
leeway-57 = مركب شراعي أحادي البدن، قيم متوسطة
leeway-58 = مركب شراعي أحادي البدن، بلا صارٍ، قيم متوسطة
leeway-59 = مركب شراعي أحادي البدن، بلا صارٍ، دفته في الوسط
leeway-60 = مركب شراعي أحادي البدن، بلا صارٍ، دفته مفقودة
leeway-61 = مركب شراعي أحادي البدن، صاريه بلا أشرعة، قيم متوسطة
leeway-62 = مركب شراعي أحادي البدن، صاريه بلا أشرعة، دفته في الوسط
leeway-63 = مركب شراعي أحادي البدن، صاريه بلا أشرعة، دفته على وضع التوقف
leeway-64 = مركب شراعي أحادي البدن، بعارضة زعنفية وغاطس قليل
leeway-65 = زورق شراعي صغير (Sunfish)، صاريه بلا شراع ودفته مفقودة
leeway-66 = حطام سفينة صيد
leeway-67 = عوامة نقطة المرجع ذاتية تحديد الموقع، لا أثر للريح عليها
leeway-68 = منارة استغاثة لغواصة (SEPIRB)
leeway-69 = صندوق طعم يسع مترًا مكعبًا من الجليد، قيم متوسطة
leeway-70 = صندوق طعم يسع مترًا مكعبًا من الجليد، بحمولة خفيفة
leeway-71 = صندوق طعم يسع مترًا مكعبًا من الجليد، بحمولة كاملة
leeway-72 = برميل زيت سعته 220 لترًا (55 غالونًا)
leeway-73 = حاوية من 40 قدمًا بمقياس 1/3، مغمورة بنسبة 70 %
leeway-74 = حاوية من 20 قدمًا، مغمورة بنسبة 80 %
leeway-75 = لغم بحري L-MK2 من الحرب العالمية الثانية
leeway-76 = طوف مهاجرين مرتجل (كوبا)، بلا شراع
leeway-77 = طوف مهاجرين مرتجل (كوبا)، بشراع
leeway-78 = مخلفات صرف صحي طافية، أداة إدخال سدادة
leeway-79 = نفايات طبية، قيم متوسطة
leeway-80 = نفايات طبية، قوارير
leeway-81 = نفايات طبية، قوارير كبيرة
leeway-82 = نفايات طبية، قوارير صغيرة
leeway-83 = نفايات طبية، محاقن
leeway-84 = نفايات طبية، محاقن كبيرة
leeway-85 = نفايات طبية، محاقن صغيرة
## end of rescue

## forcing-and-scenarios
rescue-no_track =
    .what = ليس في { $table } مسار، أو فيه مساران.
    .why = الرحلة تتبع ملف GPX أو نقاطًا مكتوبة في ملف الحالة، أحدهما لا غير
    .remedy = اكتبوا track = "track.gpx"، أو waypoints، وهي قائمة جداول فيها lat وlon وtime
rescue-track_without_times =
    .what = مسار { $table } لا يقول أين كانت السفينة ومتى.
    .why = فيه { $points } نقطة، منها { $times } لها وقت، ويجب أن تكون كل نقطة بعد التي قبلها
    .remedy = أعطوا كل نقطة وقتها، أو اكتبوا departed وspeed_kt
rescue-not_under_way =
    .what = وقت { $table } ليس وقت رحلته.
    .why = السفينة تبحر من { $first } إلى { $last }، والحادث يُبحث عنه من { $begin } إلى { $end }
    .remedy = صحّحوا وقت آخر اتصال، أو أوقات نقاط المسار
rescue-two_timetables =
    .what = نقاط { $table } تأخذ أوقاتها من موضعين، أو من نصف موضع.
    .why = المفتاحان departed وspeed_kt متلازمان، ومعهما مسار لا أوقات لنقاطه
    .remedy = اكتبوهما معًا أو لا تكتبوا أيًّا منهما، ولا تكتبوا أوقاتًا في المسار إلى جانبهما
rescue-no_distance =
    .what = لا تترك { $table } أي مسافة بين { $least } م و{ $most } م.
    .why = ما شوهد يقع بينهما، ويجب أن تكون الثانية أكبر
    .remedy = صحّحوا المسافتين، أو الرؤية والارتفاعات التي تحدّهما
rescue-no_chance_on_track =
    .what = لا تترك الأخطار أي جزء من الرحلة يمكن أن يقع فيه الحادث.
    .why = كل المسار يمر قرب خطر عامله 0
    .remedy = أعطوا الخطر الذي يخفض الاحتمال عاملًا أكبر من 0، أو نصف قطر أصغر
rescue-debris_not_drifted =
    .what = لم يُرجَع الحطام إلى المكان الذي جاء منه.
    .why = مكان الغرق يُستنتج من انجراف عكسي من مكان العثور
    .remedy = احسبوا الانجراف العكسي أولًا؛ الأمر comity rescue drift يفعل ذلك
rescue-source_of_nothing =
    .what = [source] يسمّي { $path }، وليس في ملف الحالة.
    .why = المصدر يخص مفتاحًا موجودًا، مثل run.until أو scenario.1.lat
    .remedy = صحّحوا الاسم، أو احذفوا السطر
files-not_one_track =
    .what = { $file } ليس ملف GPX فيه مسار واحد.
    .why = فيه { $tracks } من المسارات و{ $routes } من الطرق، وفي الذي كان سيُقرأ { $points } نقطة
    .remedy = أبقوا مسارًا واحدًا في الملف كما يصدّره جهاز الرسم أو الهاتف
files-bad_track_point =
    .what = النقطة { $number } في { $file } لا تُقرأ.
    .why = موقعها أو وقتها ليس صحيحًا: { $reason }
    .remedy = صحّحوا النقطة أو احذفوها
files-opendap_silent =
    .what = خادم { $name } لا يجيب بروتوكول OPeNDAP.
    .why = قد يكون هذا الجهاز غير متصل، أو العنوان خطأ، أو الخادم متوقفًا؛ تقول المكتبة: { $reason }
    .remedy = افتحوا العنوان منتهيًا بـ .html في متصفح، أو أحضروا الحقول إلى هنا أولًا: comity rescue fetch
files-missing_extra =
    .what = { $file } يحتاج إلى جزء من Comity غير مثبّت.
    .why = صيغته تقرؤها المكتبة { $library }، وهي تأتي مع الإضافة { $extra }
    .remedy = شغّلوا pip install "comity[{ $extra }]"، أو حوّلوا الملف إلى netCDF
files-unreadable_zarr =
    .what = { $file } لا يُقرأ بصيغة Zarr.
    .why = هو ناقص أو من صيغة أخرى؛ تقول المكتبة: { $reason }
    .remedy = انسخوا المجلد كله من جديد
files-unreadable_grib =
    .what = { $file } لا يُقرأ بصيغة GRIB.
    .why = هو تالف أو مبتور أو على شبكة بلا صفوف؛ تقول المكتبة: { $reason }
    .remedy = أحضروا الملف من جديد على شبكة منتظمة
files-several_runs =
    .what = { $file } فيه { $name } عند { $instant } أكثر من مرة.
    .why = يخلط عمليات حساب أو أعضاء (هنا { $first } و{ $second })، والاختيار بينها تخمين
    .remedy = أبقوا في الملف عملية حساب واحدة وعضوًا واحدًا
files-several_grids =
    .what = { $file } فيه حقول على أكثر من شبكة.
    .why = رياحه أو تياراته تختلف في عقدها
    .remedy = أبقوا شبكة واحدة في كل ملف
## end of forcing-and-scenarios

### Detection: sweep widths, patterns, the manual plan
rescue-legs_do_not_fit =
    .what = لمقاطع البحث { $points } لحظات و{ $positions } مواقع و{ $legs } مقاطع.
    .why = لكل نقطة لحظة واحدة وموقع واحد، والمقطع يصل بين نقطتين
    .remedy = أعطوا نقطتين على الأقل، ومقاطع أقل من النقاط بواحد
rescue-legs_without_place =
    .what = النقطة { $point } من البحث لا مكان لها على الخريطة.
    .why = موقعها ناقص أو يقع عند أحد القطبين
    .remedy = احذفوا هذه النقطة أو أعطوا موقعها
rescue-legs_back_in_time =
    .what = النقطة { $point } من البحث أسبق زمنًا من النقطة التي قبلها.
    .why = تقطع الوحدة مقاطعها متقدمة في الزمن
    .remedy = رتّبوا النقاط بالترتيب الذي قُطعت به
rescue-search_outside_drift =
    .what = يستمر البحث من { $first } إلى { $last }، والانجراف من { $begins } إلى { $ends }.
    .why = لم يُحسب مكان الجسم في غير تلك الأوقات
    .remedy = مدّدوا الانجراف إلى نهاية البحث، أو صحّحوا أوقات البحث
rescue-no_sweep_width_of_object =
    .what = لوسيلة الكشف { $count } من عروض المسح لأجسام الحالة وعددها { $objects }: { $widths }.
    .why = لكل جسم عرض مسح خاص به بالأمتار، و0 لما لا تستطيع الوحدة رؤيته
    .remedy = أعطوا عرض مسح واحدًا لكل جسم بترتيب الحالة
rescue-unknown_lateral_range =
    .what = لا يوجد منحنى مدى جانبي باسم { $name }.
    .why = يتبع احتمال الكشف بحسب المسافة أحد القوانين المعروفة أو منحنى من عندك
    .remedy = استعملوا واحدًا من هذه: { $known }؛ أو أعطوا منحنى
rescue-not_a_lateral_curve =
    .what = النقاط { $points } ليست منحنى مدى جانبي.
    .why = تبدأ المسافات من 0 وتتزايد، والاحتمالات بين 0 و1، وآخرها 0
    .remedy = أعطوا النقاط بهذا الترتيب وبالأمتار
rescue-curve_is_not_its_sweep_width =
    .what = يحيط المنحنى بمساحة { $area_m } م، وعرض المسح { $sweep_width_m } م.
    .why = عرض المسح هو المساحة تحت منحنى المدى الجانبي من الجهتين
    .remedy = صحّحوا أحدهما
rescue-area_without_size =
    .what = منطقة البحث { $length_m } م في { $width_m } م، وتباعد مساراتها { $spacing_m } م.
    .why = يجب أن يكون كل طول منها أكبر من الصفر
    .remedy = أعطوا المنطقة وتباعد المسارات قياسًا بالأمتار
rescue-unknown_pattern =
    .what = لا يوجد نمط بحث باسم { $name }.
    .why = تُسمّى الأنماط برموزها في دليل IAMSAR
    .remedy = استعملوا واحدًا من هذه: { $known }
rescue-drift_outruns_unit =
    .what = تبحث الوحدة بسرعة { $speed_m_s } م/ث وينجرف الجسم بسرعة { $drift_m_s } م/ث.
    .why = لا يصحّ نمط بالنسبة إلى ما يسير بسرعة الوحدة نفسها
    .remedy = أعطوا سرعة بحث الوحدة فوق القاع، أو اتركوا الانجراف
rescue-no_time_on_scene =
    .what = للوحدة { $search_s } ث في منطقة البحث.
    .why = لا يترك الذهاب والإياب شيئًا من مدة عملها
    .remedy = اختاروا منطقة أقرب أو وصولًا أبكر أو وحدة أطول عملًا
rescue-unknown_search_object =
    .what = لا يوجد جسم بحث باسم { $name }.
    .why = في جداول عرض المسح الأجسام { $known }
    .remedy = هل قصدت واحدًا من هذه: { $near }؟
rescue-no_search_object =
    .what = لا يوجد عرض مسح مجدول لـ { $key } ({ $about }).
    .why = لا يشبهه أي جسم في جداول عرض المسح، أو أن حجمه غير معروف
    .remedy = سمّوا أقرب جسم بحث إليه: { $known }؛ أو أعطوا عرض مسح الوحدة
rescue-unknown_platform =
    .what = لا توجد عروض مسح لمنصة باسم { $name }.
    .why = تُجدول عروض المسح بحسب ما يقف عليه المراقبون
    .remedy = استعملوا واحدة من هذه: { $known }
rescue-object_not_on_platform =
    .what = ليس في عروض مسح { $platform } سطر لـ { $name }.
    .why = ليس في ذلك الجدول إلا { $known }
    .remedy = استعملوا جدولًا آخر، أو أعطوا عرض مسح الوحدة
rescue-visibility_below_table =
    .what = مدى الرؤية { $visibility } { $unit }.
    .why = تبدأ عروض مسح { $platform } عند { $first } { $unit }: ولا يُعرف ما يُرى دون ذلك
    .remedy = انتظروا رؤية أفضل، أو أعطوا الوحدة عرض مسح لوسيلة أخرى
rescue-height_outside_table =
    .what = ارتفاع { $platform } هو { $height_ft } قدمًا.
    .why = عروض مسحها مجدولة من { $low_ft } إلى { $high_ft } قدم
    .remedy = أعطوا ارتفاعًا في هذا المجال، أو عرض المسح الخاص بالوحدة
rescue-flotation_does_not_count =
    .what = لا توسّع سترة الطفو عرض مسح { $name } من { $platform } على ارتفاع { $height_ft } قدم.
    .why = هذا المعامل مجدول لشخص في الماء يُرى من طائرة على ارتفاع { $only_ft } قدم
    .remedy = اتركوه، أو ابحثوا من ارتفاع { $only_ft } قدم
rescue-unknown_weather_scheme =
    .what = لا توجد معاملات طقس باسم { $name }.
    .why = هناك مجموعتان مطبوعتان تختلفان في الأجسام الكبيرة
    .remedy = استعملوا واحدة من هاتين: { $known }
rescue-speed_outside_table =
    .what = تبحث { $platform } بسرعة { $speed_kt } عقدة.
    .why = معاملات سرعتها مجدولة حتى { $last_kt } عقدة
    .remedy = ابحثوا بسرعة أقل، أو أعطوا عرض المسح الخاص بالوحدة
rescue-no_unit_to_plan =
    .what = لا تستطيع أي وحدة أن تبحث.
    .why = جهد البحث هو جهد وحداته
    .remedy = أضيفوا وحدة بعرض مسحها وسرعتها ووقتها في منطقة البحث
rescue-unit_without_effort =
    .what = للوحدة { $unit } عرض مسح { $sweep_width_m } م وتبحث بسرعة { $speed_m_s } م/ث.
    .why = الوحدة التي لا ترى شيئًا أو لا تتحرك لا تغطي أي منطقة
    .remedy = اتركوها، أو اختاروا ارتفاعًا ومدى رؤية وسرعة ترى عندها الجسم
rescue-no_such_stage =
    .what = لا يوجد معامل بحث للمرحلة { $stage }.
    .why = المعاملات مطبوعة للبحث الأول (0) ولتوسيعاته حتى { $last }
    .remedy = استعملوا مرحلة من 0 إلى { $last }، أو خطّطوا من نقطة مرجعية جديدة
rescue-no_probable_error =
    .what = الخطأ المحتمل للنقطة المرجعية { $error_m } م.
    .why = حجم منطقة البحث مضاعف له
    .remedy = أعطوا أخطاء نقطة البداية والانجراف والباحثين
rescue-unknown_survival_model =
    .what = لا يوجد نموذج بقاء باسم { $name }.
    .why = لا يُحتسب البقاء إلا بنموذج مسمّى ومذكور المصدر
    .remedy = استعملوا واحدًا من هذه: { $known }؛ أو أعطوا منحنى من عندكم
rescue-water_outside_model =
    .what = حرارة الماء { $water_c } °م.
    .why = يُستعمل نموذج البقاء { $name } من { $coldest_c } إلى { $warmest_c } °م
    .remedy = صحّحوا الحرارة، أو استعملوا نموذجًا آخر
rescue-not_a_survival_curve =
    .what = النقاط { $points } من المصدر { $source } ليست منحنى بقاء.
    .why = تبدأ الأزمنة من 0 وتتزايد، وتبدأ النسب من 1 ولا تزيد أبدًا، ويُسمّى المصدر
    .remedy = أعطوا النقاط بهذا الترتيب ومن أين أُخذت
pattern-PS = مسح متوازٍ
pattern-CS = مسح عرضي زاحف
pattern-SS = مربع متوسّع
pattern-VS = بحث قطاعي
pattern-TS = خط المسار، نحو الخارج
pattern-TSR = خط المسار، مع العودة
pattern-TSN = خط المسار، دون عودة
pattern-barrier = حاجز
platform-helicopter = مروحية
platform-fixed_wing = طائرة ثابتة الجناح
platform-boat = قارب
platform-vessel_amsa = سفينة (الجدول الأسترالي)
platform-merchant_ship = سفينة تجارية
search-object-person_in_water = شخص في الماء
search-object-raft_1 = طوف نجاة، شخص واحد
search-object-raft_4 = طوف نجاة، 4 أشخاص
search-object-raft_6 = طوف نجاة، 6 أشخاص
search-object-raft_8 = طوف نجاة، 8 أشخاص
search-object-raft_10 = طوف نجاة، 10 أشخاص
search-object-raft_15 = طوف نجاة، 15 شخصًا
search-object-raft_20 = طوف نجاة، 20 شخصًا
search-object-raft_25 = طوف نجاة، 25 شخصًا
search-object-power_boat_15ft = زورق بمحرك، حتى 15 قدمًا (4.6 م)
search-object-power_boat_20ft = زورق بمحرك، 20 قدمًا (6.1 م)
search-object-power_boat_33ft = زورق بمحرك، 33 قدمًا (10 م)
search-object-power_boat_53ft = زورق بمحرك، 53 قدمًا (16 م)
search-object-power_boat_78ft = زورق بمحرك، 78 قدمًا (24 م)
search-object-sail_boat_15ft = قارب شراعي، 15 قدمًا (4.6 م)
search-object-sail_boat_20ft = قارب شراعي، 20 قدمًا (6.1 م)
search-object-sail_boat_25ft = قارب شراعي، 25 قدمًا (7.6 م)
search-object-sail_boat_30ft = قارب شراعي، 30 قدمًا (9.1 م)
search-object-sail_boat_40ft = قارب شراعي، 40 قدمًا (12 م)
search-object-sail_boat_50ft = قارب شراعي، 50 قدمًا (15 م)
search-object-sail_boat_70ft = قارب شراعي، 70 قدمًا (21 م)
search-object-sail_boat_83ft = قارب شراعي، 83 قدمًا (25 م)
search-object-ship_120ft = سفينة، 120 قدمًا (37 م)
search-object-ship_225ft = سفينة، 225 قدمًا (69 م)
search-object-ship_300ft = سفينة، من 300 قدم (91 م)
lateral-range-definite = مدى قاطع
lateral-range-inverse_cube = مقلوب المكعب
lateral-range-exponential = أسّي (بحث عشوائي)
sweep-factor-uncorrected = عرض المسح غير المصحّح
sweep-factor-flotation = سترة الطفو
sweep-factor-weather = الطقس
sweep-factor-speed = السرعة
sweep-factor-fatigue = التعب
survival-ussartf = مخطط أزمنة البقاء المتوقعة (حد أدنى للتخطيط)
survival-hayward = هايوورد 1975 (غير متحقَّق منه)
survival-xu_giesbrecht = شو وغيزبرخت 2018 (غير متحقَّق منه)
manual-note-coverage_below_half = معامل التغطية أقل من 0.5: لا يُنصح ببحث بهذه القلة.
datum-kind-point = نقطة مرجعية واحدة
datum-kind-divergence = نقطتان مرجعيتان ومنطقة واحدة
datum-kind-two_areas = نقطتان مرجعيتان ومنطقتان
datum-kind-line = خط مرجعي
worksheet-drift_time = مدة الانجراف
worksheet-wind = متوسط ريح السطح
worksheet-wind_from = جهة هبوب الريح
worksheet-current = مجموع التيارات
worksheet-current_set = جهة التيار
worksheet-leeway = سرعة الانجراف بالريح
worksheet-divergence = زاوية التباعد
worksheet-wind_error = خطأ السرعة من الريح
worksheet-current_error = خطأ مجموع التيارات
worksheet-leeway_error = خطأ الانجراف بالريح
worksheet-velocity_error = خطأ سرعة الانجراف
worksheet-drift_error = خطأ الانجراف
worksheet-position_error = خطأ نقطة البداية
worksheet-searcher_error = خطأ موقع الباحثين
worksheet-total_error = الخطأ المحتمل الكلي
worksheet-divergence_distance = مسافة التباعد
worksheet-separation_ratio = نسبة الانفصال
worksheet-line_length = طول الخط المرجعي
worksheet-sweep_width = عرض المسح المصحّح
worksheet-speed = سرعة البحث
worksheet-search_time = وقت البحث
worksheet-effort = جهد البحث
worksheet-total_effort = مجموع الجهد المتاح
worksheet-effort_factor = معامل الجهد
worksheet-relative_effort = الجهد النسبي
worksheet-cumulative_effort = الجهد النسبي المتراكم
worksheet-search_factor = معامل البحث الأمثل
worksheet-search_radius = نصف قطر البحث الأمثل
worksheet-search_area = منطقة البحث المثلى
worksheet-coverage = معامل التغطية
worksheet-track_spacing = تباعد المسارات
worksheet-pod = احتمال الكشف
worksheet-drift_downwind = مسافة الانجراف، مع اتجاه الريح
worksheet-drift_downwind_set = جهة الانجراف، مع اتجاه الريح
worksheet-datum_downwind_lat = عرض النقطة المرجعية، مع اتجاه الريح
worksheet-datum_downwind_lon = طول النقطة المرجعية، مع اتجاه الريح
worksheet-drift_left = مسافة الانجراف، يسار اتجاه الريح
worksheet-drift_left_set = جهة الانجراف، يسار اتجاه الريح
worksheet-datum_left_lat = عرض النقطة المرجعية، يسار اتجاه الريح
worksheet-datum_left_lon = طول النقطة المرجعية، يسار اتجاه الريح
worksheet-drift_right = مسافة الانجراف، يمين اتجاه الريح
worksheet-drift_right_set = جهة الانجراف، يمين اتجاه الريح
worksheet-datum_right_lat = عرض النقطة المرجعية، يمين اتجاه الريح
worksheet-datum_right_lon = طول النقطة المرجعية، يمين اتجاه الريح
### end of detection

## exchange
exchange-released = أُفصح عنه بموجب { $rule }.
exchange-held = مؤجَّل بموجب { $rule }: ينتهي التأخير في { $until }.
exchange-refused-prohibited = مرفوض: المادة { $article } لا تجيزه أبدًا أيًا كانت القاعدة.
exchange-refused-unknown-kind = مرفوض: المادة { $article } لا تجيز إلا أنواع السجلات الموصوفة، وهذا النوع غير موصوف.
exchange-refused-no-rule = مرفوض: المادة { $article } لا تجيز إلا ما تسميه قاعدة، ولا قاعدة تنطبق عليه.
exchange-refused-not-at-work = مرفوض: المادة { $article } غير معمول بها؛ ينقص القرار الموقع من الطرفين (القاعدة { $rule }).
exchange-refused-expired = مرفوض: بموجب المادة { $article }، انتهت القاعدة { $rule }.
exchange-refused-purpose = مرفوض: بموجب المادة { $article }، لا تخدم القاعدة { $rule } هذا الغرض.
exchange-refused-caveat = مرفوض: بموجب المادة { $article }، لا تفصح القاعدة { $rule } عما يحمل مثل هذه العلامة.
exchange-refused-outside-area = مرفوض: بموجب المادة { $article }، لا تنطبق القاعدة { $rule } إلا داخل منطقتها.
exchange-leaves = يخرج: { $columns }
exchange-stays = يبقى في البلد: { $columns }
exchange-clause_not_at_work =
    .what = لم يُرسَل شيء: المادة { $article } غير معمول بها.
    .why = تنتظر قرارًا من فريق عملها يوقعه الطرفان
    .remedy = اطرحوا القرار الذي يبدأ العمل بالمادة { $article } واستوفوا توقيع الطرفين عليه
exchange-not_released =
    .what = لم يُرسَل شيء: رفض فحص الإفصاح العنصر بموجب المادة { $article }.
    .why = لا قاعدة في الاتفاق تجيز خروج هذا العنصر على هذا الوجه
    .remedy = اقرؤوا السبب بالأمر `comity agreement explain`، أو اطلبوا من فريق العمل قاعدة
exchange-bad_salt =
    .what = أُعطي ملح طوله { $bytes } بايت.
    .why = يحتاج الالتزام إلى 32 بايت، وإلا أمكن تخمين السجل القصير
    .remedy = ولّدوا 32 بايت عشوائيًا لكل سجل
exchange-rule_keeps_a_person =
    .what = القاعدة { $rule } تُبقي الحقل { $column }.
    .why = هذا الحقل يدل على هوية شخص، ولا يخرج شيء عن شخص بموجب أي بند
    .remedy = احذفوا الحقل من قائمة القاعدة
exchange-rule_keeps_unknown_column =
    .what = القاعدة { $rule } تُبقي الحقل { $column }، وليس في سجلات النوع { $kind } هذا الحقل.
    .why = القائمة التي لا تسمي شيئًا تخفي خطأ
    .remedy = استعملوا الحقول التي يصفها النوع
exchange-not_positions =
    .what = الحقل { $column } لا يحوي مواقع.
    .why = الموقع زوج من أعداد صحيحة بالميكرودرجة، خط الطول أولًا، أو قائمة من هذه الأزواج
    .remedy = اكتبوه كذلك؛ فالقيمة التي لها شكل آخر لا يمكن تقريبها ولا تخرج
exchange-not_instants =
    .what = الحقل { $column } لا يحوي أوقاتًا.
    .why = الوقت عدد صحيح من الميلي ثواني منذ 1970، أو قائمة من هذه الأعداد
    .remedy = اكتبوه كذلك؛ فالقيمة التي لها شكل آخر لا يمكن تقريبها ولا تخرج
exchange-bad_area =
    .what = المنطقة { $area } ليست شكلًا صحيحًا.
    .why = تتقاطع حدودها، فلا يُعرف داخلها من خارجها
    .remedy = ارسموها من جديد بحدود لا تتقاطع
exchange-step-fields = لا يُحتفظ إلا بهذه الحقول: { $columns }.
exchange-step-position = تُرد المواقع إلى شبكة من { $grid }°.
exchange-step-time = تُرد الأوقات إلى بداية فترة طولها { $unit ->
        [d] بالأيام
        [h] بالساعات
        [min] بالدقائق
       *[s] بالثواني
    } { $amount }.
exchange-step-identity = تُقتصر الهويات على محارفها الأولى ({ $digits }).
exchange-label = العلامة: { $policy } { $classification }، يجوز الإفصاح عنه لـ { $rel_to }، ‏TLP:{ $tlp }.
exchange-approval-none = لا يلزم أن يوافق عليه أي مكتب.
exchange-approval-one = يجب أن يوافق عليه مكتب واحد.
exchange-approval-two = يجب أن يوافق عليه مكتبان مختلفان.
exchange-erased = يمحوه الطرفان بعد { $until }.
exchange-approvals_missing =
    .what = لم يُرسل شيء: وافق { $found } من أصل { $needed } من المكاتب على ما سيخرج بموجب المادة { $article }.
    .why = تحسب القاعدة { $rule } مكاتب مختلفة، ولا تحسب إلا الموافقات على هذا المحتوى بعينه
    .remedy = اطلبوا من مكتب آخر أن يقرأه ويوافق عليه
exchange-not_plain =
    .what = يحمل العمود { $column } ما ليس قيمًا بسيطة.
    .why = تحتفظ القاعدة بالأعمدة بأسمائها: فلا يمكنها أن تحتفظ بحقل داخل عمود ولا أن تنزعه، ولا تعرف الكسور
    .remedy = اكتبوا نصًا أو أعدادًا صحيحة أو قيم صواب أو قوائم منها، وأعطوا كل حقل عمودًا خاصًا به
exchange-not_identities =
    .what = لا يحمل العمود { $column } هويات.
    .why = الهويات في الجدول أعداد صحيحة أو نصوص، ولا يمكن تقصير غيرها
    .remedy = اكتبوها كذلك، أو اسألوا عن العناصر واحدًا واحدًا
ground-no_such_move =
    .what = الخطوة { $move } غير ممكنة في الحالة { $state }.
    .why = لكل سجل جدول يسير وفقه، وهو يجيز من هنا: { $moves }
    .remedy = اختاروا واحدة منها، أو انتظروا الحالة التي تجيزه
ground-move_lacks_signatures =
    .what = عدد توقيعات الخطوة { $move } هو { $found } من أصل { $needed }.
    .why = لا يُعتد بها إلا إذا اكتملت التوقيعات كلها
    .remedy = اطلبوا من الطرف الآخر أن يوقع النص نفسه
exchange-request_contradicts =
    .what = يناقض السؤال { $request } نفسه عند { $field }.
    .why = الفترة تنتهي بعد بدايتها، والرقم يحمل رمز السائل، والعلامة هي علامة الاتفاق
    .remedy = صححوا هذا الحقل واسألوا من جديد
exchange-request_names_unknown =
    .what = يسمي السؤال { $request } الاسم { $name } عند { $field }، وهو ما لا ينشئه الاتفاق هناك.
    .why = لا يجوز لطرف أن يسأل إلا عما تشمله مادة من الاتفاق
    .remedy = استعملوا واحدًا من: { $known }
exchange-answer_contradicts =
    .what = يناقض الجواب عن السؤال { $request } نفسه.
    .why = ما يُرفض يسمي مادة من الاتفاق ولا يحمل شيئًا، وما يُجاب عنه يحمل محتويات ولا يسمي مادة
    .remedy = سمّوا المادة، أو المحتويات التي تجيب
exchange-mark_differs =
    .what = لا يحمل المستند علامة الاتفاق { $agreement }.
    .why = لا يجوز أن يعمل مثال على اتفاق حقيقي، ولا مستند حقيقي على مثال
    .remedy = أعطوه علامة اتفاقه
## end of exchange

## cooperation records
cooperation-kind = { $kind ->
    [domain] مجال
    [group] فريق عمل
    [meeting] اجتماع
    [decision] قرار
    [action] إجراء
    [initiative] مبادرة
    [flow] تدفق
    [check] فحص
    [document] وثيقة
   *[other] { $kind }
}
cooperation-state = { $state ->
    [proposed] مقترح
    [open] مفتوح
    [closed] مغلق
    [withdrawn] مسحوب
    [established] منشأ
    [dormant] خامل
    [dissolved] محلول
    [agreed] متفق عليه
    [in_progress] جارٍ
    [minutes_draft] مشروع محضر
    [minutes_agreed] محضر متفق عليه
    [minutes_signed] محضر موقع
    [cancelled] ملغى
    [adopted] معتمد
    [in_effect] نافذ
    [reviewed] مُراجَع
    [revoked] مُبطَل
    [expired] منتهي المدة
    [done_claimed] أُعلن إنجازه
    [accepted] مقبول
    [dropped] متروك
    [planned] مقرر
    [claimed] مُعلن
    [confirmed] مؤكد
    [disputed] متنازع فيه
    [notified] مُبلَّغ
    [done] منجز
    [finding_open] معاينة مفتوحة
    [waived] متنازل عنه
    [draft] مسودة
    [final] نهائي
    [signed] موقع
    [archived] محفوظ
   *[other] { $state }
}
cooperation-move = { $move ->
    [propose] اقتراح
    [revise] تنقيح
    [open] فتح
    [withdraw] سحب
    [amend] تعديل
    [close] إغلاق
    [establish] إنشاء
    [rest] إيقاف مؤقت
    [wake] إعادة تنشيط
    [dissolve] حل
    [agree] الاتفاق عليه
    [cancel] إلغاء
    [start] افتتاح
    [draft_minutes] تحرير المحضر
    [agree_minutes] الاتفاق على المحضر
    [reopen_minutes] إعادة فتح المحضر
    [sign_minutes] توقيع المحضر
    [adopt] اعتماد
    [take_effect] بدء النفاذ
    [revoke] إبطال
    [review] مراجعة
    [expire] انتهاء المدة
    [renew] تجديد
    [claim_done] إعلان الإنجاز
    [accept] قبول
    [send_back] إعادة
    [drop] ترك
    [claim] إعلان
    [confirm] تأكيد
    [dispute] منازعة
    [notify] تبليغ
    [report] تقديم تقرير
    [open_finding] فتح معاينة
    [waive] تنازل
    [finish] إنهاء
    [sign] توقيع
    [archive] حفظ
   *[other] { $move }
}
cooperation-fulfilment = { $fulfilment ->
    [done] منجز
    [open] مفتوح
    [late] متأخر
    [dropped] متروك
   *[other] { $fulfilment }
}
cooperation-level = { $level ->
    [national] وطني
    [bilateral] ثنائي
    [public] علني
   *[other] { $level }
}
cooperation-withheld = { $reason ->
    [defence_secret] سر دفاعي
    [commercial_secret] سر تجاري
    [negotiation] مفاوضات جارية
    [law_enforcement] إنفاذ القانون
    [personal_data] بيانات شخصية
    [partner_asked] بطلب من الشريك
   *[other] { $reason }
}
cooperation-flow = { $flow ->
    [payment] دفعة
    [delivery] تسليم
    [contribution] مساهمة
   *[other] { $flow }
}
cooperation-check = { $check ->
    [end_use] الاستعمال النهائي
    [environment] البيئة
    [audit] تدقيق
    [exercise_review] مراجعة التمرين
    [risk_review] مراجعة المخاطر
    [human_rights] حقوق الإنسان
    [export_control] مراقبة الصادرات
    [acceptance] الاستلام
   *[other] { $check }
}
cooperation-unknown_record =
    .what = الوثيقة { $schema } ليست سجلا من سجلات التعاون.
    .why = السجلات المعروفة هي: { $known }
    .remedy = اكتبوا المخطط في رأس الوثيقة؛ القائمة في docs/reference/cooperation-records.md
cooperation-field_contradicts =
    .what = الحقل { $field } لا يتفق مع بقية السجل.
    .why = يسمي ما ليس في السجل، أو يقول ما يستبعده حقل آخر
    .remedy = صححوه؛ docs/reference/cooperation-records.md تبين محتوى كل حقل
cooperation-no_such_day =
    .what = يذكر الحقل { $field } يوم { $day }، وهو يوم لا وجود له في أي تقويم.
    .why = ما يتوقف على يوم لا يأتي لا يحل أجله أبدا
    .remedy = اكتبوا اليوم المقصود على الشكل YYYY-MM-DD
cooperation-template_faulty =
    .what = لا يمكن استعمال النموذج { $template }: { $fault } عند { $place }.
    .why = يجب أن تكون كل حالة معروفة ويمكن بلوغها وتؤدي إلى نهاية، وألا تُغادر أي نهاية، وأن يوجد كل اسم
    .remedy = صححوا ملف النموذج؛ شكله مبين في docs/reference/initiative-templates.md
cooperation-act_misnamed =
    .what = التصرف المتعلق بالسجل { $record } موضوع تحت اسم آخر، أو يحمل سجلا آخر.
    .why = يوضع كل تصرف في السلسلة التي تحمل اسم سجله، ويقترح سجلا بهذا الاسم
    .remedy = ضعوه تحت cooperation/ ثم نوع السجل واسمه
cooperation-signed_otherwise =
    .what = الخطوة { $move } لا تُحتسب: كان طرفها قد وقّع نصا آخر على هذا السجل.
    .why = التوقيع الذي ينتظر توقيع الطرف الآخر لا ينقضه بعد ذلك طرف واحد
    .remedy = انتظروا أن يوقّع الطرف الآخر النص أو يرفضه
cooperation-act_out_of_turn =
    .what = الخطوة { $move } على { $record } لا تُحتسب: فهي لا تلي آخر تصرف على السجل.
    .why = سبقها تصرف آخر، فلم يكن صاحبها يرى السجل على حاله
    .remedy = اقرؤوا السجل من جديد ثم أعيدوا الخطوة
cooperation-national_in_act =
    .what = الحقل { $field } وطني، ولا يجوز أن يحمله تصرف.
    .why = كل ما في السجل المشترك يقرؤه الشريك
    .remedy = اتركوه خارج التصرف؛ يبقى في سجلكم الوطني
cooperation-office_may_not_sign =
    .what = لم يكن يجوز للمكتب { $office } أن يوقّع عن { $party } في { $day }.
    .why = ليس في قائمة مكاتب ذلك الطرف، أو لم يكن مخولا بالتوقيع في ذلك اليوم
    .remedy = ليوقّع المكتب الذي يتولى الدور الآن
cooperation-not_this_party =
    .what = الخطوة { $move } على { $record } ليست من شأن { $party }.
    .why = تسندها حياة السجل إلى: { $by }
    .remedy = اطلبوا من الطرف الآخر القيام بها
cooperation-texts_differ =
    .what = النص باللغة { $language } للسجل { $record } ليس هو الذي يسميه التصرف.
    .why = بصمته مختلفة، فما وُقّع وما سيكون في السجل نصان اثنان
    .remedy = اقرؤوا النص من جديد وأعيدوا طرح التصرف؛ كل نص يحتاج مجددا إلى التوقيعين
cooperation-field_not_to_set =
    .what = لا يجوز للخطوة { $move } على { $record } أن تحدد الحقل { $field }.
    .why = تبين حياة السجل ما يحدده طرف وحده، وما عداه يحتاج إلى التوقيعين
    .remedy = اتركوا الحقل، أو اقترحوا خطوة يوقعها الطرفان
cooperation-clause_not_in_force =
    .what = الخطوة { $move } على { $record } لا تُحتسب: المادة { $article } غير نافذة في { $day }.
    .why = كل ما يفعله الطرفان يفعلانه بموجب مادة نافذة ومعمول بها في ذلك اليوم
    .remedy = ليبدأ الطرفان العمل بالمادة أولا، أو استندوا إلى غيرها
cooperation-need_not_met =
    .what = الخطوة { $move } على { $record } لا تُحتسب: تحتاج إلى { $need } وهو غير موجود.
    .why = بموجب المادة { $article } يأتي هذا أولا
    .remedy = وفّروه ثم أعيدوا الخطوة
cooperation-template_not_adopted =
    .what = لا يمكن أن تبدأ المبادرة { $initiative }: لم يعتمد أي قرار نافذ نموذجها { $template }.
    .why = يعتمد الطرفان النموذج بقرار يسمي بصمته، وتحتفظ المبادرة بالنموذج الذي بدأت به
    .remedy = ليوقّع الطرفان قرارا يعتمد هذا النموذج بعينه
cooperation-unknown_reference =
    .what = الحقل { $field } من { $record } يسمي { $subject } وهو غير موجود.
    .why = لا يتحدث السجل إلا عن سجلات وأطراف وأدوار ومجالات موجودة
    .remedy = صححوا الاسم، أو أنشئوا أولا ما يسميه
cooperation-above_value =
    .what = الدفعة { $flow } ترفع المدفوع إلى { $paid } من { $value } { $currency }.
    .why = بموجب المادة { $article } لا يتجاوز المدفوع القيمة المتفق عليها ولا ينزل عن الصفر
    .remedy = ليوقّع الطرفان أولا تعديلا للقيمة، أو صححوا الدفعة
cooperation-above_order =
    .what = التسليم { $flow } يرفع المُسلَّم من { $item } إلى { $delivered } من { $ordered }.
    .why = بموجب المادة { $article } لا يتجاوز المُسلَّم الطلب ولا ينزل عن الصفر
    .remedy = ليوقّع الطرفان أولا تعديلا للطلب، أو صححوا التسليم
cooperation-below_confirmed =
    .what = الشروط الجديدة للمبادرة { $initiative } تنزل عما أُكّد بموجب الشروط القديمة.
    .why = بموجب المادة { $article } يبقى ما أكده الطرفان مدفوعا ومُسلَّما وبالعملة التي دُفع بها
    .remedy = أبقوا القيمة والطلب على الأقل عند ما أُكّد
cooperation-no_value_agreed =
    .what = الدفعة { $flow } بعملة { $currency }، ولم يُتفق بها على قيمة للمبادرة { $initiative }.
    .why = تُحتسب الدفعة من القيمة المتفق عليها وبعملتها
    .remedy = اتفقوا أولا على القيمة، أو اكتبوا الدفعة بعملتها
cooperation-not_ordered =
    .what = التسليم { $flow } يتعلق بالبند { $item } الذي لم تطلبه { $initiative }.
    .why = لا يُسلَّم إلا ما ورد في الطلب المتفق عليه
    .remedy = سمّوا بندا من الطلب، أو ليوقّع الطرفان تعديلا له
cooperation-flow_not_now =
    .what = التدفق { $flow } غير ممكن ما دامت { $initiative } في الحالة { $state }.
    .why = بموجب المادة { $article } لا يسمح نموذجها بهذا النوع إلا في حالات أخرى
    .remedy = انتظروا الحالة التي تسمح به، أو انقلوا المبادرة إليها
cooperation-document = { $document ->
    [after_action_report] تقرير ما بعد التمرين
    [deliverable_report] تقرير عن المخرجات
    [end_use_assurance] تعهد الاستخدام النهائي
    [exercise_plan] خطة التمرين
    [feasibility_study] دراسة جدوى
    [final_report] التقرير الختامي
    [joint_statement] بيان مشترك
    [land_title] سند ملكية الأرض
    [licence] ترخيص
    [offtake_agreement] اتفاق شراء الإنتاج
    [report] تقرير
    [review_report] تقرير المراجعة
   *[other] { $document }
}
cooperation-word = { $word ->
    [minerals] معادن
    [data_centre] مركز بيانات
    [exercise] تمرين
    [training] تدريب
    [expert_exchange] تبادل الخبراء
    [under_1_million] أقل من مليون
    [from_1_to_10_million] من مليون إلى 10 ملايين
    [from_10_to_100_million] من 10 ملايين إلى 100 مليون
    [over_100_million] أكثر من 100 مليون
    [radar_spare_parts] قطع غيار الرادار
    [maintenance] صيانة
    [day] أيام
    [drill] تمارين
    [ground_day] أيام ميدان تدريب
    [image] صور
    [instructor_day] أيام مدرّب
    [lot] دفعات
    [participant] مشاركون
    [place] مقاعد
    [stand_day] أيام جناح
    [traveller] مسافرون
    [visit] زيارات
    [tonne] t
    [mw] MW
    [m3] m³
    [gbit_s] Gbit/s
    [percent] بالمئة
   *[other] { $word }
}
cooperation-unit = { $unit ->
    [day] { $count ->
        [one] يوم
        [two] يومان
        [few] أيام
        [many] يومًا
       *[other] يوم
    }
    [days] { $count ->
        [one] يوم
        [two] يومان
        [few] أيام
        [many] يومًا
       *[other] يوم
    }
    [drill] { $count ->
        [one] تمرين
        [two] تمرينان
        [few] تمارين
        [many] تمرينًا
       *[other] تمرين
    }
    [ground_day] { $count ->
        [one] يوم ميدان تدريب
        [two] يوما ميدان تدريب
        [few] أيام ميدان تدريب
        [many] يوم ميدان تدريب
       *[other] يوم ميدان تدريب
    }
    [hours] { $count ->
        [one] ساعة
        [two] ساعتان
        [few] ساعات
        [many] ساعة
       *[other] ساعة
    }
    [image] { $count ->
        [one] صورة
        [two] صورتان
        [few] صور
        [many] صورة
       *[other] صورة
    }
    [instructor_day] { $count ->
        [one] يوم مدرّب
        [two] يوما مدرّب
        [few] أيام مدرّب
        [many] يوم مدرّب
       *[other] يوم مدرّب
    }
    [lot] { $count ->
        [one] دفعة
        [two] دفعتان
        [few] دفعات
        [many] دفعة
       *[other] دفعة
    }
    [participant] { $count ->
        [one] مشارك
        [two] مشاركان
        [few] مشاركين
        [many] مشاركًا
       *[other] مشارك
    }
    [place] { $count ->
        [one] مقعد
        [two] مقعدان
        [few] مقاعد
        [many] مقعدًا
       *[other] مقعد
    }
    [stand_day] { $count ->
        [one] يوم جناح
        [two] يوما جناح
        [few] أيام جناح
        [many] يوم جناح
       *[other] يوم جناح
    }
    [traveller] { $count ->
        [one] مسافر
        [two] مسافران
        [few] مسافرين
        [many] مسافرًا
       *[other] مسافر
    }
    [unit] { $count ->
        [one] وحدة
        [two] وحدتان
        [few] وحدات
        [many] وحدة
       *[other] وحدة
    }
    [visit] { $count ->
        [one] زيارة
        [two] زيارتان
        [few] زيارات
        [many] زيارة
       *[other] زيارة
    }
    [visitors] { $count ->
        [one] زائر
        [two] زائران
        [few] زوار
        [many] زائرًا
       *[other] زائر
    }
    [gbit_s] Gbit/s
    [m3] m³
    [mw] MW
    [percent] %
    [tonne] t
   *[other] { $name }
}
## end of cooperation records

### الصفحات العامة: ما أتاحه الطرفان للجميع، صفحاتٍ ثابتةً وخلاصاتٍ
## public pages
public-example = مثال
public-example-note = هذا مبتكر لبيان كيف يُقرأ مثل هذا السجل. لم تقل أي من الدولتين شيئًا من هذا ولم توقّعه.
public-skip = الانتقال إلى المحتوى
public-languages = اللغات
public-menu = الصفحات
public-language = { $language ->
    [ar] العربية
    [en] الإنجليزية
    [fr] الفرنسية
   *[other] { $language }
}
public-page = { $page ->
    [home] الرئيسية
    [groups] أفرقة العمل
    [meetings] الاجتماعات
    [decisions] القرارات
    [initiatives] المبادرات
    [investment] الاستثمار
    [progress] أُعلن، قُرِّر، أُنجز
    [figures] الأموال والنتائج
    [documents] الوثائق والفحوص
    [calendar] التقويم
    [news] المستجدات
    [withheld] ما هو محجوب
    [about] عن هذه الصفحات
   *[other] { $page }
}
public-lead = { $page ->
    [groups] من ينفّذ المذكرة: أفرقة عمل مشتركة بين الدولتين، مع اختصاصات كل منها.
    [meetings] الاجتماعات التي اتفق عليها الجانبان، والمحاضر التي وقّعها الجانبان.
    [decisions] ما قرّرته الدولتان، بالألفاظ التي وقّعتاها.
    [initiatives] ما تقوم به الدولتان معًا: كل مبادرة بمراحلها ونتائجها، ومبالغها حيث هي علنية.
    [investment] مشاريع مفتوحة للمستثمرين. تذكر كل صفحة ما هو علني وأين يُستفسر.
    [progress] لكل سنة: ما أُعلن، وما قُرِّر، وما آل إليه.
    [figures] المبالغ والنتائج بقدر ما أعلنه الطرفان. لا يُحوَّل شيء من عملة إلى أخرى.
    [documents] وثائق موقّعة مع بصمة كل ملف، وفحوص اتفق الطرفان على نشرها.
    [calendar] الاجتماعات والمراحل والمراجعات ذات الأيام العلنية. يمكن لبرنامج تقويم أن يتابع هذه الصفحة.
    [news] كل ما جرى علنًا، الأحدث أولًا. يمكن لقارئ الخلاصات أن يتابع هذه الصفحة.
    [withheld] ما تحجبه الدولتان عن الجمهور: أي حقل من أي سجل، ولماذا، وحتى متى، وبأي قرار.
    [about] من ينشر هذه الصفحات، وما فيها، وكيف يُتحقق منها.
   *[other] { $page }
}
public-both-signed = كل ما هنا وقّعته الدولتان. وما تقوله إحداهما وحدها لا يُنشر.
public-checksums = بصمات الملفات
public-no-trackers = بلا برامج ولا تتبّع ولا ملف من موقع آخر.
public-last-change = آخر تغيير في السجل العلني كان في { $day }.
public-no-change = لم يُنشر شيء بعد.
public-nothing = لم يُنشر شيء هنا.
public-nothing-yet = لم يُنشر شيء بعد.
public-nothing-ahead = لا يوم مقبل علنيًا بعد.
public-nothing-withheld = لا شيء محجوب في السجلات العلنية.
public-feed-news = المستجدات خلاصةً (Atom)
public-feed-calendar = المواعيد تقويمًا (iCalendar)
public-news-of = { $title }: المستجدات
public-calendar-of = { $title }: التقويم
public-untitled = { $kind } عنوانه محجوب
public-article = المادة { $clause }
public-article-titled = المادة { $clause } · { $title }
public-office-of = { $party }: { $office }
public-role = { $role }: { $party }
public-period = { $unit ->
    [D] { $count ->
        [one] كل يوم
        [two] كل يومين
        [few] كل { $count } أيام
       [many] كل { $count } يومًا
           *[other] كل { $count } يوم
    }
    [M] { $count ->
        [one] كل شهر
        [two] كل شهرين
        [few] كل { $count } أشهر
       [many] كل { $count } شهرًا
           *[other] كل { $count } شهر
    }
   *[Y] { $count ->
        [one] كل سنة
        [two] كل سنتين
        [few] كل { $count } سنوات
       [many] كل { $count } سنة
           *[other] كل { $count } سنة
    }
}
public-effect = { $effect ->
    [open] يفتح { $subject }
    [move] يدفع قُدمًا { $subject }
    [adopt_template] يعتمد النموذج { $subject }
    [release_rule] يأخذ علمًا بقاعدة الإفصاح { $subject }
   *[other] { $subject }
}
public-flag = { $is_so ->
    [yes] نعم
   *[no] لا
}
public-notice = { $status ->
    [done] تمّ في { $day }
    [not_required] غير مطلوب ({ $day })
   *[other] { $day }
}
public-field = { $field ->
    [id] الاسم في السجل
    [title] العنوان
    [authentic] النصوص ذات الحجية
    [clause_refs] بموجب
    [owner_party] بقيادة
    [owner_office] المكتب المسؤول
    [level] القرّاء
    [visibility] قرّاء الحقول
    [supersedes] يحل محل
    [domain] مجال التعاون
    [domains] مجالات التعاون
    [release_rules] قواعد الإفصاح
    [indicators] النتائج
    [milestones] المراحل
    [terms] الاختصاصات
    [co_chairs] الرئاسة المشتركة
    [cadence] دورية الاجتماع
    [group] فريق العمل
    [number] رقم الاجتماع
    [starts_ms] البداية
    [ends_ms] النهاية
    [time_zone] المنطقة الزمنية
    [place] المكان
    [agenda] جدول الأعمال
    [delegations] الوفود
    [minutes] المحضر
    [text] النص
    [review_ms] يُراجَع في
    [expires_ms] ينتهي في
    [from_meeting] قُرِّر في
    [effects] الآثار
    [due_ms] الأجل
    [from_decision] ناتج عن
    [initiative] المبادرة
    [depends_on] بعد
    [proof] الإثبات
    [template] نوع المبادرة
    [template_hash] النموذج
    [roles] الأدوار
    [next_review_ms] المراجعة المقبلة
    [value] القيمة
    [items] الطلبية
    [details] التفاصيل
    [flow_kind] نوع التدفق
    [from_party] من
    [to_party] إلى
    [planned_ms] مقرر في
    [amount] المبلغ
    [item] بند الطلبية
    [quantity] الكمية
    [unit] الوحدة
    [actual_ms] تمّ في
    [evidence] السند
    [check_kind] موضوع الفحص
    [scope] النطاق
    [host_party] البلد المضيف
    [done_ms] أُنجز في
    [finding] المعاينة
    [waived_why] سبب الإعفاء
    [corrective_actions] التصحيحات
    [document_kind] نوع الوثيقة
    [about] بشأن
    [on] التاريخ
    [renditions] الملفات
   *[other] { $field }
}
public-part = { $part ->
    [agenda] جدول الأعمال
    [minutes] المحضر الموقّع
    [steps] المراحل
    [items] الطلبية
    [flows] ما دُفع وسُلِّم وقُدِّم
    [results] النتائج
    [withheld] المحجوب
    [papers] الملفات
    [following] ما يترتب عليه
    [history] المسار
    [domains] مجالات التعاون
    [meetings-ahead] متفق عليها
    [meetings-signed] محاضر وقّعها الطرفان
    [meetings-off] لم تُعقد
    [running] جارية
    [ended] منتهية
    [checks] الفحوص
    [ahead] ما يأتي
    [past] ما جرى
    [money] الأموال
   *[other] { $part }
}
public-column = { $column ->
    [what] الموضوع
    [indicator] المؤشر
    [baseline] نقطة البداية
    [measured] آخر قياس
    [target] الهدف
    [source] المصدر
    [amount] المبلغ
    [from] من
    [to] إلى
    [day] اليوم
    [state] الحالة
    [category] الصنف
    [quantity] الكمية
    [announced] أُعلن
    [decided] قُرِّر
    [done] أُنجز
    [initiative] المبادرة
    [agreed] المتفق عليه
    [paid] المدفوع بتأكيد الطرفين
   *[other] { $column }
}
public-not-measured = لم يُقَس بعد
public-step-done = بُلغت في { $day }
public-step-due = أجلها { $day }
public-step-late = متأخرة: كان أجلها { $day }
public-step-of = { $step } · { $record }
public-late = متأخر
public-not-yet = ليس بعد
public-done = أُنجز
public-withheld-short = محجوب
public-withheld-until = حتى { $day }
public-withheld-open = لم يُحدَّد يوم
public-withheld-why = السبب: { $reason }.
public-withheld-by = بموجب القرار
public-identifier = الاسم في السجل:
public-event = { $kind }: { $state }
public-ahead = { $what ->
    [meeting] اجتماع
    [action] أجل إجراء
    [review] مراجعة
    [milestone] أجل مرحلة
   *[other] { $what }
}
public-year = ما أُعلن في { $year }
public-tally = أُعلن: { $announced } · قُرِّر: { $decided } · أُنجز: { $done } · متأخر: { $late }
public-sum = كل ما هو علني، بعملة { $currency }
public-number = { $number ->
    [signed] وُقِّعت في
    [in-force] نافذة منذ
    [groups] أفرقة العمل
    [meetings] المحاضر الموقّعة
    [decisions] القرارات
    [initiatives] المبادرات الجارية
   *[other] { $number }
}
public-home-lead = إطار قانوني بين دولتين تنفّذه أفرقة عمل مشتركة. تضم هذه الصفحات ما وقّعته الدولتان وأعلنتاه للجميع.
public-home-next = ما يأتي
public-home-decided = ما تقرّر
public-home-all-decisions = كل القرارات
public-home-fields = مجالات التعاون
public-home-news = المستجدات
public-home-withheld = { $count ->
    [0] لا شيء محجوب في السجلات العلنية.
    [one] حقل واحد من سجل علني محجوب. سببه علني، وكذلك يوم رفعه حيث حُدِّد.
    [two] حقلان من سجلات علنية محجوبان. سبب كل منهما علني، وكذلك يوم رفعه حيث حُدِّد.
    [few] { $count } حقول من سجلات علنية محجوبة. سبب كل منها علني، وكذلك يوم رفعه حيث حُدِّد.
   [many] { $count } حقلًا من سجلات علنية محجوبة. سبب كل منها علني، وكذلك يوم رفعه حيث حُدِّد.
       *[other] { $count } حقل من سجلات علنية محجوبة. سبب كل منها علني، وكذلك يوم رفعه حيث حُدِّد.
}
public-home-why-withheld = انظروا ماذا ولماذا وحتى متى
public-ask = أين يُستفسر
public-ask-how = لا توجد هنا استمارة، ولا تجمع هذه الصفحات شيئًا مما تكتبون. اكتبوا إلى المكتب أدناه على عنوانه العلني أو عن طريق سفارة البلد المضيف، واذكروا اسم المشروع.
public-ask-embassy = لا توجد هنا استمارة، ولا تجمع هذه الصفحات شيئًا مما تكتبون. اكتبوا إلى السلطة المختصة في البلد المضيف أو إلى سفارته، واذكروا اسم المشروع.
public-ask-host = البلد المضيف
public-ask-office = المكتب
public-ask-quote = اذكروا
public-about-title = { $about ->
    [released] ما يُنشر
    [languages] اللغات
    [same] سجل واحد وناشران
    [privacy] لا أحد يُراقَب
    [feeds] المتابعة
   *[other] { $about }
}
public-about-text = { $about ->
    [released] يكون السجل في هذه الصفحات إذا وقّعته الدولتان وجعلتاه علنيًا. ولكل حقل قرّاؤه: وطني أو ثنائي أو علني. ويقوم مقام الحقل المحجوب سببه والقرار الذي حجبه، واليوم الذي يصير فيه علنيًا إن حُدِّد.
    [languages] العربية والإنجليزية والفرنسية متساوية هنا. ويذكر كل سجل اللغات التي لنصوصها حجية. وترتيب اسمي الدولتين هو ترتيب نص الاتفاق ولا يدل على رتبة.
    [same] لأي من الدولتين أن تنشر هذه الصفحات: فالسجل نفسه يعطي الملفات نفسها بالبايت. وتذكر قائمة البصمات كل ملف مع SHA-256، فيمكن لأي كان أن يقارن ما تنشره الدولتان.
    [privacy] ليس في الصفحات برنامج ولا ملف تعريف ولا استمارة ولا ملف من موقع آخر. وهي تُقرأ على الورق وبلا شبكة وبأي قارئ شاشة.
    [feeds] المستجدات خلاصة Atom والمواعيد ملف iCalendar، بكل لغة، في أسفل كل صفحة.
   *[other] { $about }
}
cli-published = ملفات الصفحات العلنية في { $folder } عددها { $count }.
    بصمة SHA-256 لملف checksums.txt: { $hash }
cli-published-already = لم يتغير شيء علني: في { $folder } من قبلُ { $count } من الملفات.
    بصمة SHA-256 لملف checksums.txt: { $hash }
cli-pages_change =
    .what = لم تُكتب الصفحات العلنية: تغيرت أثناء قراءتها.
    .why = في { $tries } محاولات لم يكن أحد الملفات هو الذي تسميه قائمة البصمات
    .remedy = أعيدوا المحاولة بعد لحظة
## end of public pages

## files
files-address_silent =
    .what = تعذرت قراءة السجل في عنوانه.
    .why = انتهت قراءة { $path } إلى { $reason }
    .remedy = لم يثبت شيء في أي اتجاه؛ تحققوا من الخط والعنوان ثم حاولوا مجددًا
files-no_such_file =
    .what = الملف { $pattern } غير موجود.
    .why = لا شيء على هذا القرص يحمل هذا الاسم أو يطابقه
    .remedy = تحقّقوا من المسار؛ وهو في ملف الحالة يُحسب من مجلد ذلك الملف
files-not_an_address =
    .what = { $address } ليس عنوان سجل.
    .why = يجب أن يكون http:// أو https:// ثم مضيفًا ومسارًا، بلا مستخدم ولا علامة استفهام ولا جزء
    .remedy = أعطوا العنوان الذي يقع تحته ملف السجل `checkpoint`
files-unreadable_netcdf =
    .what = تتعذّر قراءة { $file } بوصفه ملف netCDF.
    .why = هو تالف أو مبتور أو من صيغة أخرى؛ وتقول المكتبة: { $reason }
    .remedy = اجلبوا الملف من جديد وقارنوا حجمه بحجمه لدى المُرسِل
files-several_variables =
    .what = في { $file } أكثر من متغيّر باسم { $standard_name }.
    .why = المتغيّرات { $found } تحمل كلها هذا الاسم، والاختيار بينها تخمين
    .remedy = أبقوا في الملف زوجًا واحدًا من المركّبات
files-no_known_variable =
    .what = ليس في { $file } متغيّر يمكن التعرّف عليه هنا.
    .why = فيه { $found }، وليس فيه أيٌّ من الأزواج { $wanted }
    .remedy = أعطوا المركّبتين اسميهما القياسيين وفق CF، أو عيّنوا الملف الصحيح
files-useless_answer =
    .what = جواب الخادم ليس ملفًا من سجل.
    .why = قراءة { $path } تعطي: { $reason }؛ ولا تُتبع التحويلات
    .remedy = تحققوا من العنوان، أو انسخوا السجل إلى مجلد وتحققوا منه هناك
files-wrong_unit =
    .what = المتغيّر { $variable } في { $file } بالوحدة { $found }.
    .why = السرعة مطلوبة بوحدة { $wanted }، وهذه الوحدة لا تُحوَّل بلا تخمين
    .remedy = صحّحوا السمة `units` للمتغيّر، أو حوّلوا القيم
files-bad_time_axis =
    .what = تتعذّر قراءة محور الزمن في { $file }.
    .why = ليس زمنًا وفق CF له تاريخ في التقويم المعتاد: { $found }
    .remedy = اكتبوه على صورة `<unit> since <date>` في التقويم standard أو proleptic_gregorian أو noleap
files-no_time_axis =
    .what = ليس للمتغيّر { $variable } في { $file } محور زمن.
    .why = ليس لأيٍّ من أبعاده { $found } إحداثيّ على صورة `<unit> since <date>`
    .remedy = خذوا ملفًا يحمل أوقاته
files-unknown_axis =
    .what = في { $file } بُعدٌ { $axis } طوله { $size } لا معنى له هنا.
    .why = إلى جانب الزمن وخط العرض وخط الطول لا يُقرأ إلا محور رأسي، عند السطح
    .remedy = أبقوا عنصرًا واحدًا من ذلك البُعد
files-unknown_grid =
    .what = شبكة المتغيّر { $variable } في { $file } ليست مما يُقرأ هنا.
    .why = أبعاده { $found } ليست خط عرض وخط طول مرتّبين ولا محوري إسقاط معروف ولا بُعدَي خط عرض وخط طول عند كل عقدة
    .remedy = استعملوا ملفًا يسمّي إسقاطه (`grid_mapping`)، أو فيه خط العرض وخط الطول لكل عقدة
files-gap_in_series =
    .what = في السلسلة { $files } فجوة.
    .why = لا شيء بين { $first } و{ $last }، والخطوة المعتادة { $step_h } ساعة
    .remedy = أضيفوا الملف الناقص
files-grids_differ =
    .what = { $first } و{ $other } على شبكتين مختلفتين.
    .why = ملفات السلسلة الواحدة تشترك في شبكتها
    .remedy = سمّوهما مصدرين بترتيب الثقة: [[{ $first }], [{ $other }]]
files-conflicting_instants =
    .what = { $first } و{ $other } متعارضان بشأن { $instant }.
    .why = كلاهما يحمل ذلك الوقت بقيم مختلفة، كما يحدث بين تنبؤين متتاليين
    .remedy = أبقوا الذي تثقون به لذلك الوقت
files-outside_period =
    .what = { $files } لا تغطي زمن الحالة.
    .why = تمتد الحالة من { $first } إلى { $last }، وهذه الملفات من { $covered_first } إلى { $covered_last }
    .remedy = أضيفوا ملفات الزمن الناقص، أو أنهوا الحالة قبل ذلك
files-outside_box =
    .what = { $files } لا تغطي مكان الحالة.
    .why = قد يكون الجسم ضمن { $wanted }، وهذه الملفات تغطي { $covered }
    .remedy = خذوا ملفات لمنطقة أوسع، أو صحّحوا الموقع
files-unreadable_case =
    .what = تتعذّر قراءة { $file }.
    .why = توقفت القراءة عند: { $reason }
    .remedy = تحقّقوا من المسار ومن السطر المذكور
files-folder_not_ours =
    .what = في { $folder } ملفات أخرى من قبل.
    .why = النتيجة تحلّ محل مجلدها كاملًا، و{ $stranger } ليس جزءًا منها
    .remedy = اختاروا مجلدًا فارغًا أو جديدًا
files-not_written =
    .what = تعذّرت كتابة النتائج في { $folder }.
    .why = جواب النظام: { $reason }؛ ولم يُترك شيء وراءه
    .remedy = اختاروا مجلدًا يمكنكم الكتابة فيه على قرص فيه متسع، ثم أعيدوا المحاولة
files-text_not_found =
    .what = لا ملف بجوار { $file } هو النص الذي يوقعه الاتفاق باللغة { $language }.
    .why = ليس لأي منها البصمة { $hash }
    .remedy = أحضروا النص كما وُقّع؛ فالنص المعدَّل اتفاق آخر
files-text_without_mark =
    .what = النص { $file } لا يحمل العلامة { $mark }.
    .why = الاتفاق مثال، ولا يجوز أن يُظن المثال معاهدة
    .remedy = اكتبوا العلامة في رأس النص، ثم احسبوا بصمة الاتفاق من جديد
files-agreement_unreadable =
    .what = الملف { $file } لا يُقرأ جزءًا من اتفاق.
    .why = تتوقف قراءته هكذا: { $reason }
    .remedy = تحققوا من اسمه ومحتواه
files-item_unreadable =
    .what = العنصر { $file } لا يُقرأ.
    .why = تتوقف قراءته هكذا: { $reason }
    .remedy = تحققوا من اسمه ومن أنه بصيغة JSON
files-not_a_log_file =
    .what = { $path } ليس ملفًا من سجل.
    .why = يتألف السجل من ملفات مرقَّمة المسارات ومن رأسه الذي يُنشر أخيرًا وعلى حدة
    .remedy = عيّنوا أحد الملفات التي يقتضيها حجم السجل
files-map-title = انجراف الحالة { $case }
files-map-object = الجسم { $number } · { $key }
files-map-from = من { $time }
files-map-to = الموقع في { $time }
files-map-lkp = آخر موقع { $place }
files-map-mean = المتوسط في { $time }: { $place }
files-map-containment = أين يُبحث
files-map-level = { $level } ضمن { $area } كم²
files-map-ramp = الاحتمال لكل كم²، من الأدنى إلى الأعلى
files-map-start = آخر موقع معروف؛ الدائرة: خطأ الموقع (انحراف معياري واحد)
files-map-start-error = آخر موقع معروف؛ الدائرة: خطأ { $error } كم (انحراف معياري واحد)
files-map-track = الانجراف المتوسط، علامة كل ساعة
files-map-stranded = على الساحل: { $share }
files-map-left = خارج الحقول: { $share }
files-map-current = التيار، متوسط؛ السهم: { $speed } عقدة
files-map-wind = الريح، متوسط؛ الشرطة الطويلة: 10 عقد، والقصيرة: 5
files-map-sources = التيارات والريح والساحل
files-map-coast = الساحل: GSHHG
files-map-not-for-navigation = لا تُستعمل للملاحة
files-map-example = مثال
files-map-nm = ميل بحري
files-no_forcing_in_folder =
    .what = لا يحوي { $folder } التيارات والريح معًا.
    .why = من بين ملفاته وعددها { $count }، { $currents } فيها تيارات و{ $wind } فيها ريح
    .remedy = اجمعوا الاثنين في مجلد واحد، أو سمّوا الملفات في ملف الحالة
files-map-area = المنطقة التي ربما كان فيها
files-no_coast =
    .what = تعذّر رسم خط الساحل.
    .why = انتهت العملية التي تحمّل خط الساحل بالرمز { $status }
    .remedy = أفرغوا 1.5 غيغابايت من الذاكرة وأعيدوا التشغيل؛ كل منطقة تحتاج إليها مرة واحدة فقط
files-wrong_level =
    .what = ليس في { $file } المقدار المطلوب ({ $quantity }) على المستوى الذي يحرّك جسمًا منجرفًا.
    .why = مستويات { $axis } للمتغيّر { $variable } هي { $found }، والمطلوب { $wanted }
    .remedy = خذوا ملفًا لتيار السطح، أو للريح على ارتفاع 10 أمتار
files-components_differ =
    .what = { $first } و{ $other } في { $file } لا يجتمعان.
    .why = { $first } يمتد على { $first_dims } و{ $other } على { $other_dims }: لا على العُقد والأوقات نفسها، ولا بفارق نصف خلية
    .remedy = خذوا المركّبتين من عملية حساب واحدة، على شبكة واحدة أو على شبكتي نموذج واحد
files-impossible_speed =
    .what = يبلغ { $variable } في { $file } سرعة { $fastest } م/ث.
    .why = لا شيء بهذه الشدة على الأرض ({ $quantity })، فالوحدة { $unit } أو القيم خاطئة
    .remedy = صحّحوا السمة `units` للمتغيّر، أو اجلبوا الملف من جديد
files-audit-title = ما خرج، وبموجب أي مادة، وفي أي صورة
files-audit-lead = كل إفصاح من { $party } إلى { $partner } يسميه سجلها، من الأقدم إلى الأحدث.
files-audit-agreement = الاتفاق
files-audit-hash = بصمة الاتفاق
files-audit-origin = السجل
files-audit-size = قيود السجل
files-audit-root = بصمة السجل
files-audit-made = حُرر في
files-audit-proof-says = كل سطر قائم في السجل تحت رقمه. وبرأس السجل الموقع الحامل لهذه البصمة يُستخرج إثباته بالأمر «comity ledger prove»، ويتحقق منه من شاء دون هذه العقدة.
files-audit-none = لم يخرج شيء.
files-audit-page-of = الصفحة
files-audit-head-position = الرقم
files-audit-head-at = متى (UTC)
files-audit-head-clause = المادة والقاعدة
files-audit-head-item = ماذا
files-audit-head-form = في أي صورة
files-audit-head-office = المكتب
files-audit-head-fate = الحالة
files-audit-head-proof = المحتوى والإثبات
files-audit-amount = { $items ->
        [zero] بلا عناصر
        [one] عنصر واحد
        [two] عنصران
        [few] { $items } عناصر
        [many] { $items } عنصرًا
       *[other] { $items } عنصر
    }، { $bytes } بايت
files-audit-received = هو لدى الشريك.
files-audit-not-received = لم يصل بعد.
files-standard_unreadable =
    .what = تتعذر قراءة الملف { $file }.
    .why = جواب النظام: { $reason }
    .remedy = تحققوا من اسمه ومن صلاحياتكم
files-standard_too_large =
    .what = يتجاوز الملف { $limit } بايت.
    .why = قد يملأ ملف بلا حد للطول الجهازَ قبل أن يُفهم
    .remedy = اطلبوا من صاحبه عدة ملفات أقصر
files-xml_unreadable =
    .what = الملف ليس XML مقروءا: السطر { $line }، العمود { $column }.
    .why = تتوقف القراءة عند: { $reason }
    .remedy = اطلبوا من صاحبه ملفا يقبله مدقق
files-xml_document_type =
    .what = يعلن الملف نوع مستند (DOCTYPE).
    .why = لا يحمله أي معيار يُقرأ هنا، وقد تتمدد كياناته بلا نهاية أو تجلب ملفات أخرى
    .remedy = أزيلوا الإعلان، أو اطلبوا من صاحبه ملفا بدونه
files-xml_too_deep =
    .what = تتداخل عناصر الملف إلى مستويات يزيد عددها على { $levels }.
    .why = لا يفعل ذلك أي ملف من ملفات المعيار
    .remedy = اطلبوا من صاحبه ملفا يقبله مدقق
files-table_not_utf8 =
    .what = الجدول ليس بترميز UTF-8: البايت { $place } لا يبدأ به أي حرف.
    .why = ستُخمَّن الحروف العربية والحروف ذات العلامات
    .remedy = احفظوا الجدول بترميز UTF-8 ثم استوردوه من جديد
files-table_column =
    .what = يحمل رأس الجدول العمود { $column } { $times } من المرات.
    .why = تأخذ المطابقة منه حقلا، فيجب أن يرد مرة واحدة
    .remedy = صححوا المطابقة أو الرأس؛ والرأس هو: { $heading }
files-table_date =
    .what = السطر { $row }، العمود { $column }: القيمة { $value } ليست يوما.
    .why = تقول المطابقة إن الأيام تُكتب مثل { $example }
    .remedy = صححوا القيمة أو المطابقة ثم استوردوا الجدول كله من جديد؛ لم يُحفظ منه شيء
files-table_empty =
    .what = السطر { $row }، العمود { $column }: لا شيء مكتوب.
    .why = تُعرف المعاهدة برقمها وعنوانها، وليس في القائمة عضو فارغ
    .remedy = اكتبوا القيمة ثم استوردوا الجدول كله من جديد؛ لم يُحفظ منه شيء
files-table_control =
    .what = السطر { $row }، العمود { $column }: تحتوي القيمة { $value } على محرف تحكم.
    .why = لا يحمله عنوان ولا اسم، وقد تطيعه طرفية أو ملف
    .remedy = أزيلوه ثم استوردوا الجدول كله من جديد؛ لم يُحفظ منه شيء
files-table_width =
    .what = عدد خلايا السطر { $row } هو { $cells }؛ وفي الرأس { $columns }.
    .why = قد تقع قيمة مكان أخرى
    .remedy = ضعوا الخلية التي تحتوي على الفاصل بين علامتي اقتباس ثم استوردوا الجدول كله من جديد
files-table_twice =
    .what = السطر { $row }، العمود { $column }: القيمة { $value } واردة في السطر { $first }.
    .why = تسمي هذه القيمة معاهدة واحدة، فسطران يحملانها سجل واحد
    .remedy = صححوا أحد السطرين أو أزيلوه ثم استوردوا الجدول كله من جديد؛ لم يُحفظ منه شيء
files-table_unreadable =
    .what = تتعذر قراءة الجدول ابتداء من السطر { $row }.
    .why = تتوقف القراءة عند: { $reason }
    .remedy = تحققوا من علامات الاقتباس ومن طوله؛ يجب أن يكون CSV وفق RFC 4180
files-table_mapping =
    .what = لا يمكن استعمال مطابقة الجدول.
    .why = تتوقف القراءة عند: { $reason }
    .remedy = قارنوها بـ docs/reference/mappings.md
files-iati_version =
    .what = الملف <{ $element }> من الإصدار { $version }.
    .why = تُقرأ الأنشطة من <iati-activities> بالإصدارات { $versions }
    .remedy = اطلبوا من صاحبه ملف أنشطة بالإصدار 2.03
files-iati_value =
    .what = السطر { $row }، { $column }: لا مكان للقيمة { $value } هناك.
    .why = يطلب المعيار قيمة مثل { $example }
    .remedy = صححوها ثم أعيدوا المحاولة بالملف كله؛ لم يُحفظ منه شيء
files-iati_absent =
    .what = السطر { $row }: { $column } غير موجود أو فارغ.
    .why = يطلبه المعيار
    .remedy = أضيفوه ثم أعيدوا المحاولة بالملف كله؛ لم يُحفظ منه شيء
files-iati_second =
    .what = السطر { $row }: يرد { $column } مرة ثانية.
    .why = يسمح به المعيار مرة واحدة، فسيضيع أحدهما
    .remedy = أزيلوا أحدهما ثم أعيدوا المحاولة بالملف كله؛ لم يُحفظ منه شيء
files-iati_twice =
    .what = السطر { $row }، iati-identifier: القيمة { $value } واردة في السطر { $first }.
    .why = تسمي نشاطا واحدا في العالم كله
    .remedy = صححوا أحدهما أو أزيلوه ثم أعيدوا المحاولة بالملف كله؛ لم يُحفظ منه شيء
files-iati_unknown =
    .what = { $row }: يحمل نشاط الحقل { $field } عند { $column }.
    .why = لا يحمله أي عنصر مكتوب من المعيار، فسيضيع
    .remedy = استعملوا أحد هذه: { $fields }
files-calendar_zone =
    .what = لا يمكن فهم المنطقة الزمنية { $zone } في التقويم.
    .why = تتعثر عند: { $reason }؛ وبالتخمين يقع اجتماع قبل موعده أو بعده بساعات
    .remedy = استعملوا اسما مثل Africa/Algiers أو America/New_York، أو UTC؛ لم يُحفظ من الملف شيء
files-calendar_unreadable =
    .what = الملف ليس تقويما مقروءا.
    .why = تتوقف القراءة عند: { $reason }
    .remedy = اطلبوا من صاحبه ملف iCalendar ‏(RFC 5545)؛ لم يُحفظ من الملف شيء
files-calendar_floating =
    .what = السطر { $row }: { $property } { $value } وقت بلا منطقة زمنية.
    .why = سيكون لحظة أخرى عند كل قارئ
    .remedy = اكتبوه بالتوقيت العالمي مع Z في آخره، أو مع TZID؛ لم يُحفظ من الملف شيء
files-calendar_value =
    .what = السطر { $row }، { $property }: لا مكان للقيمة { $value } هناك.
    .why = يطلب المعيار شيئا مثل { $example }، ولكل مدخل اسم خاص به
    .remedy = صححوها ثم اقرؤوا الملف كله من جديد؛ لم يُحفظ من الملف شيء
files-ocds_stage =
    .what = ليس للحالة { $state } مرحلة في OCDS.
    .why = تقول مطابقة النموذج { $template } { $stage }، والمراحل هي: { $stages }
    .remedy = سمّوا إحداها تحت tag في [map.ocds] من النموذج
files-amount_inexact =
    .what = لا يمكن كتابة المبلغ { $amount } { $currency } رقما في JSON.
    .why = يحفظ القراء 15 رقما، فستتغير الأرقام الأخيرة
    .remedy = قربوه إلى وحدات كاملة من العملة، باتفاق الطرفين
files-template_not_toml =
    .what = لا يمكن قراءة النموذج { $file }.
    .why = تتوقف قراءته بصيغة TOML عند: { $reason }
    .remedy = صححوا الملف في ذلك الموضع
## end of files

## paper
cooperation-no_such_currency =
    .what = { $currency } ليس رمز عملة.
    .why = المبلغ بلا عملة مبلغ آخر عند كل قارئ
    .remedy = اكتبوا أحرفها الكبيرة الثلاثة (ISO 4217)، مثل DZD أو USD
cooperation-no_such_holder =
    .what = لا يحتفظ { $holder } بأي نسخة أصلية من نص بين { $parties }.
    .why = لكل من الطرفين نسخة أصلية، ولا نسخة لغيرهما
    .remedy = سمّوا أحد الطرفين
files-paper_in_one_language =
    .what = يقدم { $first } و{ $second } كلاهما نصه بلغة { $language }، والورقة ذات العمودين تحتاج إلى لغتين.
    .why = كل عمود نص أحد الطرفين إلى جانب نص الآخر
    .remedy = اجعلوا كل لغة لأحد الطرفين
files-cannot_be_sealed =
    .what = لا يمكن ختم الورقة باسم { $party }.
    .why = لا يمكن إضافة الختم: { $reason }
    .remedy = اختموا النسخة الأصلية كما أُعدّت، مرة لكل طرف
files-seal_broken =
    .what = ليست الورقة هي ما ختمه الطرفان.
    .why = { $reason }
    .remedy = اطلبوا من الطرف الآخر نسخته الأصلية وقارنوا بينهما
files-paper-agenda = جدول الأعمال
files-paper-minutes = محضر الاجتماع
files-paper-decision = قرار
files-paper-report = التقرير السنوي عن التنفيذ
files-paper-and = { $first } و{ $second }
files-paper-three = { $first } و{ $second } و{ $third }
files-paper-between = بين { $first } و{ $second }
files-paper-original = النسخة الأصلية: { $party }
files-paper-reference = المرجع
files-paper-under = بموجب
files-paper-group = فريق العمل
files-paper-from = من
files-paper-until = إلى
files-paper-place = المكان
files-paper-under-clause = { $agreement }، المادة { $clause }
files-paper-delegations = الوفود
files-paper-items = البنود
files-paper-office = يعرضه
files-paper-duration = المدة
files-paper-decided = تقرر
files-paper-action = إجراء
files-paper-owner = المسؤول
files-paper-due = الأجل
files-paper-effects = ما يبدأ العمل به
files-paper-review = يُراجع في
files-paper-follows = عن اجتماع
files-paper-withheld = محجوب. { $reason }
files-paper-withheld-until = محجوب حتى { $date }. { $reason }
files-paper-language-ar = العربية
files-paper-language-en = الإنجليزية
files-paper-language-fr = الفرنسية
files-paper-done = حُرر في { $place } بتاريخ { $date } من نسختين أصليتين، كل منهما باللغات: { $languages }، و{ $count ->
        [2] النصان متساويان
       *[other] النصوص كلها متساوية
    } في الحجية.
files-paper-for = عن { $party }
files-paper-since = من
files-paper-to = إلى
files-paper-as-of = إلى غاية
files-paper-summary = خلاصة
files-paper-announced-decided-done = ما أُعلن، وما تقرر، وما أُنجز
files-paper-announced = أُعلن
files-paper-decided-by = تقرر
files-paper-done-on = أُنجز
files-paper-not-recorded = غير مقيد
files-paper-not-yet = ليس بعد
files-paper-obligations = الالتزامات
files-paper-state = الحالة
files-paper-state-done = منجز
files-paper-state-open = جارٍ
files-paper-state-late = متأخر
files-paper-states = منجزة: { $done }؛ جارية: { $open }؛ متأخرة: { $late }
files-paper-money = المبالغ بحسب المبادرة
files-paper-total = المجموع بعملة { $currency }
files-paper-agreed = المتفق عليه
files-paper-claimed = المصرح بدفعه
files-paper-confirmed = ما أكده الطرفان
files-paper-balance = الباقي للدفع
files-paper-checks = الفحوص
files-paper-planned = المقرر
files-paper-finding = المعاينة
files-paper-corrections = تصحيحات لم تُنجز بعد
files-paper-none = لا شيء.
files-paper-signed-electronically = توقيع إلكتروني
files-paper-roadmap-as-of = إلى غاية { $date }
## end of paper

## node
node-standing-tabled = مطروح، ولم يوقّعه أيّ من الطرفين
node-standing-us = وقّعه الشريك، في انتظار توقيعنا
node-standing-partner = وقّعناه، في انتظار الشريك
node-standing-receipt = وقّعه الطرفان، في انتظار إيصال الشريك
node-standing-agreed = متّفق عليه من الطرفين
node-standing-void = لم يُتّفق عليه؛ فُتحت نسخة جديدة
node-direction-unknown = لم يُجرَّب بعد
node-direction-following = منتظم
node-direction-silent = لا جواب صالحًا للاستعمال؛ تعيد العقدة المحاولة من تلقاء نفسها
node-direction-frozen = موقوف: أخفق أحد الإثباتات، وحُفظت النسختان دليلًا
node-badge-ours = لنا
node-badge-shared = مشترك
node-badge-partner = للشريك
api-body_too_large =
    .what = الطلب أكبر من الحدّ.
    .why = لا يجوز أن يزيد محتواه على { $limit } بايت، وعليه أن يذكر طوله
    .remedy = أرسلوا أقل من ذلك في المرة الواحدة؛ فالملفات تُسمّى بمساراتها ولا تُرسل
api-malformed_request =
    .what = الطلب غير سليم عند { $place }.
    .why = { $reason }
    .remedy = انظروا في /api/v1/openapi.json ما يقبله هذا العنوان
api-no_such_page =
    .what = لا شيء في هذا العنوان.
    .why = تجيب العقدة هنا بـ { $status } على { $method }
    .remedy = انظروا العناوين في /api/v1/openapi.json
api-port_taken =
    .what = لا تستطيع العقدة الإصغاء على المنفذ { $port } في { $host }.
    .why = أجاب نظام التشغيل: { $reason }
    .remedy = أوقفوا البرنامج الذي يشغل المنفذ، أو غيّروا { $setting } في node.toml (القيمة 0 تأخذ منفذًا حرًّا)
node-unknown_agreement =
    .what = لا تحوز هذه العقدة اتفاقًا باسم { $agreement }.
    .why = تحوز: { $held }
    .remedy = سمّوا واحدًا منها
node-folder_taken =
    .what = المجلد { $folder } ليس فارغًا.
    .why = تبدأ العقدة في مجلد خاص بها كي لا يُمحى شيء
    .remedy = سمّوا مجلدًا غير موجود بعد
node-not_a_party =
    .what = { $party } ليس طرفًا في { $agreement }.
    .why = أطرافه: { $parties }
    .remedy = سمّوا أحدها
node-card_of_another_agreement =
    .what = البطاقة تخصّ اتفاقًا آخر.
    .why = تذكر { $theirs } بينما تحوز هذه العقدة { $ours }
    .remedy = قارنوا بصمتي الملفين بالأمر `comity agreement hash` قبل المتابعة
node-own_card =
    .what = هذه بطاقتنا نحن.
    .why = تذكر { $party } وكذلك هذه العقدة؛ ولا يكون الطرف شريكًا لنفسه
    .remedy = سجّلوا البطاقة التي سلّمها الشريك
node-card_names_differ =
    .what = لا تحمل مفاتيح البطاقة الأسماء التي يعطيها الاتفاق لـ { $party }.
    .why = يسمّي الاتفاق { $origin } و{ $mirror }
    .remedy = اطلبوا من الشريك بطاقة صادرة بالأمر `comity init` في إطار هذا الاتفاق
node-bad_card =
    .what = الملف ليس بطاقة طرف.
    .why = قراءته على أنه { $schema } تعطي: { $reason }
    .remedy = اطلبوا من الشريك الملف card.json الذي كتبه `comity init` لهذا الاتفاق
node-case_not_ours =
    .what = { $case } ليست حالة لنا.
    .why = لا يُفصَح من هنا إلا عن حالة فتحتها هذه العقدة
    .remedy = تحقّقوا من اسمها في قائمة الحالات
node-not_served =
    .what = العقدة { $folder } لا تجيب.
    .why = لا شيء يجيب على مقبسها: { $reason }
    .remedy = شغّلوها بالأمر `comity serve`
node-content_unreadable =
    .what = تعذّرت قراءة ما وصل.
    .why = ليس محتوى على صيغة { $schema }
    .remedy = اسألوا مشغّل عقدة الشريك عن إصدار Comity الذي كتبه
node-disk_not_durable =
    .what = لم يحفظ القرص { $name }.
    .why = أجاب نظام التشغيل بـ { $reason } حين طُلب منه تثبيت الملف
    .remedy = توقّفوا وافحصوا القرص ثم أعيدوا تشغيل العقدة؛ فهي تعيد بناء ملفاتها من قاعدة بياناتها
node-disk_refused =
    .what = يرفض القرص { $name }.
    .why = أجاب نظام التشغيل: { $reason }
    .remedy = تحقّقوا من وجود المجلد ومن حقّكم في الكتابة فيه
node-disk_full =
    .what = لم يبقَ على القرص مكان لـ { $name }.
    .why = أجاب نظام التشغيل: { $reason }
    .remedy = أفرغوا مكانًا وأعيدوا المحاولة؛ لم يُكتب شيء ناقصًا
node-useless_answer =
    .what = جواب الشريك غير صالح للاستعمال.
    .why = قراءة { $path } تعطي: { $reason }
    .remedy = لم يضع شيء؛ تعيد العقدة المحاولة، وإن دام الأمر فأبلغوا مشغّل عقدة الشريك
node-content_altered =
    .what = ما أرسله الشريك ليس ما يعلنه سجلّه.
    .why = للمحتوى { $name } بصمة أخرى أو حجم آخر
    .remedy = اطلبوه من الشريك مجددًا، واحفظوا سجلّه دليلًا إن بقي الأمر كذلك
node-partner_silent =
    .what = الشريك لا يجيب.
    .why = انتهت قراءة { $path } بـ { $reason }
    .remedy = لم يضع شيء؛ تعيد العقدة المحاولة، وتحقّقوا أثناء ذلك من الخط ومن عنوان الشريك
node-keys_exposed =
    .what = يستطيع غيركم على هذه الآلة قراءة المفتاح { $name }.
    .why = أذوناته { $mode }، فقد يوقّع غيرنا باسمنا
    .remedy = اجعلوا أذونات المجلد 0700 وملفاته 0600، وابحثوا عمّن كان يصل إليها، وجدّدوا المفاتيح
node-bad_key =
    .what = ملف المفتاح { $name } مفقود أو تالف.
    .why = ينبغي أن يحوي { $digits } رقمًا ست عشريًّا
    .remedy = استعيدوا المجلد `keys` من نسخته المحفوظة؛ فالمفتاح الجديد يحتاج إلى موافقة الشريك
node-seed_missing =
    .what = بذرة مفتاح لنا اتفق عليه الطرفان ليست هنا.
    .why = لا الملف keys/{ $name }.seed ولا الملف keys/{ $name }.next.seed يعطي ذلك المفتاح: هذا المجلد أقدم من تغيير المفاتيح، أو فُقد الملف
    .remedy = أوقفوا العقدة، وضعوا أحدث نسخة من المجلد `keys` في مكانها، ثم شغّلوها من جديد
node-keys_of_another_kind =
    .what = يسمّي ملحق المفاتيح مفتاحًا من نوع آخر.
    .why = يوقَّع السجل بمفتاح Ed25519 من النوع 1، والإيصالات بمفتاح من النوع 4
    .remedy = لتُولَّد مفاتيح جديدة بالأمر `comity keys draw`
node-keys_not_ours =
    .what = لا يمكن توقيع ملحق المفاتيح هذا هنا.
    .why = لا يسمّي مفاتيحنا المعمول بها ولا المفاتيح المولَّدة على هذه العقدة؛ والملحق الأول هو ملحق البطاقتين
    .remedy = قارنوا البصمات شفهيًا مع الشريك، واقترحوا الملحق من العقدة التي تغيّر مفاتيحها
node-old_keys_needed =
    .what = ما زالت المفاتيح القديمة لازمة بموجب { $agreements }.
    .why = لم يتفق الطرفان هناك على المفاتيح الجديدة، أو لا يُظهر أي إيصال رأسًا وقّعه المفتاحان معًا
    .remedy = ليوقّع الطرفان هناك ملحق المفاتيح، وانتظروا إيصال الشريك، ثم أعيدوا المحاولة
node-no_keys_drawn =
    .what = لا مفاتيح قديمة لسحبها من الاستعمال.
    .why = لم تُولَّد مفاتيح جديدة على هذه العقدة
    .remedy = ولّدوها بالأمر `comity keys draw`
node-keys_drawn_before =
    .what = وُلّدت مفاتيح جديدة من قبل ولم تُستعمل بعد في كل مكان.
    .why = الملف keys/{ $name } موجود، والمفتاح المولَّد لا يُستبدل أبدًا
    .remedy = اتفقوا عليها بموجب كل اتفاق، ثم شغّلوا `comity keys retire`
node-already_served =
    .what = العقدة { $folder } قيد الاستعمال.
    .why = عملية أخرى (رقمها { $process }) تمسك قفلها، ولو كتب اثنان لتناقضا
    .remedy = استعملوا العقدة العاملة، أو أوقفوها قبل تشغيل أخرى على هذا المجلد
node-head_moved =
    .what = تغيّر السجلّ { $origin } أثناء كتابته.
    .why = كان عدد قيوده عند القراءة { $read }، وهو في قاعدة البيانات الآن { $known }
    .remedy = توقّفوا: برنامجان يكتبان في هذا المجلد
node-published_ahead =
    .what = السجلّ المنشور { $origin } أطول مما تذكره العقدة.
    .why = كان عدد قيوده عند النشر { $published }، وهو في قاعدة البيانات { $known }
    .remedy = قاعدة البيانات نسخة قديمة: استعيدوا أحدث نسخة قبل استئناف الخدمة
node-card_changed =
    .what = بطاقة { $party } ليست تلك التي سُجّلت.
    .why = كانت البصمة { $pinned } وهي الآن { $offered }
    .remedy = اتصلوا بالشريك؛ فالمفاتيح الجديدة تحتاج إلى ملحق يوقّعه الطرفان
node-partner_not_enrolled =
    .what = لم يُسجَّل الشريك في إطار { $agreement } بعد.
    .why = من دون بطاقته لا تعرف هذه العقدة عنوانه ولا مفاتيحه
    .remedy = تبادلوا ملفات card.json يدًا بيد ثم نفّذوا `comity enrol`
node-receipt_of_another_record =
    .what = إيصال الشريك يخصّ سجلًّا ليس سجلّنا.
    .why = وقّع مفتاحنا رأسًا عدد قيوده { $size } لم تكتبه هذه العقدة قطّ
    .remedy = توقّفوا عن التوقيع، واحفظوا الأدلّة، وابحثوا عمّن كان مفتاحنا عنده
node-not_frozen =
    .what = هذا الاتجاه غير موقوف.
    .why = لا يُستأنف إلا اتجاه أوقفه إثبات أخفق
    .remedy = انظروا حالة الشريك؛ فالعقدة تعيد المحاولة من تلقاء نفسها
node-receipt_unsigned =
    .what = إيصال الشريك لا يحمل توقيعه.
    .why = لم يوقّعه المفتاح { $name }
    .remedy = اسألوا مشغّل عقدة الشريك؛ وحتى ذلك الحين يبقى ما نوقّعه بلا إيصال
node-partner_not_asked =
    .what = لا يُوقَّع شيء قبل أن يجيب الشريك مرة واحدة منذ بدء تشغيل هذه العقدة.
    .why = ربما كان هذا المجلد نسخة قديمة، والشريك وحده يعلم هل وقّعنا أكثر مما فيها
    .remedy = انتظروا حتى يجيب الشريك؛ فإن كان لن يجيب أبدًا فلضابط أن يقرّر المضيّ من دونه
node-nothing_to_decide =
    .what = ليس هناك ما يُقرَّر: هذه العقدة لا تنتظر شريكها.
    .why = لا يؤمر بالمضيّ من دون الشريك إلا عقدة لم يجب شريكها المسجّل منذ بدء تشغيلها
    .remedy = انظروا إلى حالة الشريك
node-ask_first =
    .what = لم يُسأل الشريك بعد.
    .why = من يمضي من دون سؤال قد يناقض ما وُقّع من قبل
    .remedy = دعوا العقدة تسأل الشريك مرة واحدة على الأقل، ثم قرّروا
node-content_erased =
    .what = مُحي هذا المحتوى في { $at }.
    .why = أجازت قاعدته حفظه إلى ذلك الحين، ويمحوه الطرفان كلاهما؛ ويبقى ذكره في السجلّ
    .remedy = اطلبوه من الشريك مرة أخرى بموجب بند معمول به
node-backup_exists =
    .what = يوجد ملف باسم { $name } من قبل.
    .why = لا تحلّ نسخة احتياطية محلّ أخرى أبدًا، فقد تكون الوحيدة السليمة
    .remedy = سمّوا ملفًا جديدًا
node-backup_damaged =
    .what = الملف ليس نسخة احتياطية كاملة لعقدة.
    .why = تفشل قراءته على أنه { $schema } عند { $reason }
    .remedy = استعملوا نسخة أخرى؛ لم يُستعَد شيء
node-backup_without_keys =
    .what = النسخة الاحتياطية لا تحوي مفاتيح.
    .why = صُنعت بالخيار --without-keys، وعقدة بلا مفاتيحها لا توقّع شيئًا
    .remedy = سمّوا المجلد الذي تحفظون فيه نسخة المفاتيح: --keys المجلد
node-content_not_on_disk =
    .what = محتوى يعلنه السجلّ ليس على القرص.
    .why = الملف blobs/{ $name } غير موجود
    .remedy = اطلبوا من الشريك أن يصدّر مرة أخرى بالخيار --whole
node-nothing_on_disk =
    .what = لا شيء على القرص من { $party } بموجب { $agreement }.
    .why = لا رأس منشورًا في { $folder }
    .remedy = سمّوا المجلد الذي كتبه تصدير الشريك، كاملًا
node-partner_without_certificate =
    .what = بطاقة الشريك لا تحمل شهادة، وعنوانه يقتضيها.
    .why = من دونها لا يعلم أحد من يجيب على { $url }
    .remedy = اطلبوا من الشريك البطاقة التي صنعتها عقدته مع شهادتها، وسجّلوها من جديد
node-no_certificate =
    .what = ليست لهذه العقدة شهادة.
    .why = الملف keys/{ $name } غير موجود، والخط إلى الشريك معمّى من الجانبين
    .remedy = أعيدوا صنع العقدة بالأمر `comity init`، أو استعملوا عنوانًا على هذه الآلة يبدأ بـ http
node-plain_line =
    .what = الخط إلى الشريك غير معمّى.
    .why = سينقل { $url } كل شيء مكشوفًا خارج هذه الآلة
    .remedy = سجّلوا الشريك بعنوان يبدأ بـ https
node-partner_holds_more =
    .what = لدى الشريك من سجلّنا أكثر مما لدينا.
    .why = عدد القيود التي وقّعناها لديه { $theirs }، ولا تعرف هذه العقدة منها إلا { $ours }: فقد أُعيدت إلى حالة أقدم
    .remedy = لا توقّعوا شيئًا؛ تستعيد العقدة ما ينقصها متى أمكنت قراءة نسخة الشريك كاملة
node-no_such_evidence =
    .what = لا وجود لهذا الدليل.
    .why = لا شيء من النوع { $part } محفوظ تحت الرقم { $number }
    .remedy = راجعوا قائمة التناقضات
node-quota_spent =
    .what = أرسل الشريك كل ما يجوز له إرساله في يوم واحد.
    .why = وصل أكثر من { $limit_mib } ميبيبايت منذ منتصف الليل بالتوقيت العالمي
    .remedy = تتابع العقدة غدًا؛ اسألوا الشريك عمّا يرسله، أو ارفعوا pull.most_mib_per_day
node-content_too_large =
    .what = محتوى أعلنه الشريك أكبر مما يُقبل.
    .why = أُعلن بحجم { $size } بايت، ويسمح الاتفاق بما لا يزيد على { $limit }
    .remedy = اطلبوا من الشريك إرساله في عدة أجزاء
node-entry_missing =
    .what = قيد من السجل { $origin } مفقود من قاعدة بيانات العقدة.
    .why = لا شيء في الموضع { $position } مع أن قيودًا أحدث موجودة
    .remedy = استعيدوا أحدث نسخة احتياطية؛ وتسترد العقدة من شريكها ما ينقصها
node-too_much_at_once =
    .what = كبر سجلّ الشريك أكثر مما يؤخذ في نظرة واحدة.
    .why = أكثر من { $limit } بايت جديدة منذ آخر نظرة
    .remedy = لم يضع شيء، والنظرة التالية تتابع من حيث توقفت هذه؛ اسألوا الشريك عمّا نشره
node-entry_from_the_future =
    .what = قيد من الشريك يدّعي أنه من مستقبلنا.
    .why = وقته متقدّم بأكثر من { $limit_s } ثانية على ساعة هذه العقدة
    .remedy = قارنوا الساعتين؛ وتعيد العقدة المحاولة من تلقاء نفسها
node-agreement_not_agreed =
    .what = لم يُرسل شيء: لم يتّفق الطرفان على المذكرة بعد.
    .why = بموجب المادة { $article } لا يخرج شيء بلا قاعدة نافذة، ولا قاعدة نافذة قبل ذلك
    .remedy = ليوقّع الطرفان المذكرة ثم أعيدوا المحاولة
node-decision_misnamed =
    .what = لا يمكن توقيع القرار { $decision } تحت { $series }.
    .why = يكون القرار في السلسلة التي تحمل اسمه
    .remedy = استعملوا decision/{ $decision }
node-unknown_series =
    .what = لا يمكن توقيع شيء تحت { $series }.
    .why = لا توجد سلسلة كهذه، أو أن نصّها ناقص
    .remedy = استعملوا agreement أو keys؛ أو مع النصّ decision/ متبوعًا بمعرّفه، أو cooperation/ متبوعًا بنوع وسجل
node-another_text =
    .what = لا يمكن توقيع هذا النص تحت { $series }.
    .why = يختلف عن النص الذي تحوزه هذه العقدة
    .remedy = قارنوا البصمات مع الشريك قبل أن يوقّع أحد
node-no_such_series =
    .what = لم يُطرح شيء تحت { $series }.
    .why = يحوي السجلّ: { $known }
    .remedy = اطرحوا نصًّا أولًا، أو انتظروا وصول نصّ الشريك
node-not_our_turn =
    .what = الدور للشريك ليقترح نصًّا تحت { $series }.
    .why = بعد إخفاق النسخة { $number } يقترح الطرفان بالتناوب
    .remedy = اطلبوا من الشريك أن يقترح النص؛ ثم توقّعونه
node-passkey_needed =
    .what = لم يوقَّع شيء: يوقَّع { $agreement } بمفتاح مرور.
    .why = المثال وحده يوقَّع من دونه، وهذا الاتفاق تُلزمه المادة { $article }
    .remedy = ادخلوا بمفتاح مرور مكتبكم واقرؤوا التصرف ثم وقّعوه هو
node-act_changed =
    .what = لم يوقَّع شيء: لم يعد التصرف كما عُرض.
    .why = تغيّرت منذ ذلك الحين هذه الأجزاء: { $changed }
    .remedy = أعيدوا قراءته ووقّعوا ما يقوله الآن
node-signed_before =
    .what = لم يبق ما يوقَّع في { $series }.
    .why = توقيعنا على هذا النص موجود في السجل
    .remedy = انتظروا توقيع الشريك أو إيصاله عن توقيعنا
node-no_evidence =
    .what = لا دليل مفتاح مرور محفوظًا للقيد { $position }.
    .why = ليس توقيعًا منّا، أو وُقّع المثال من دون مفتاح مرور
    .remedy = ابحثوا عن التوقيعات بين قيود سجلنا
node-evidence_not_genuine =
    .what = دليل مفتاح المرور غير صحيح.
    .why = { $reason }
    .remedy = وقّعوا من جديد؛ وإن أخفق دليل قديم فاحفظوا نسخة من هذا المجلد وليُفحص
node-release_stopped =
    .what = لم يُرسَل شيء: أوقف { $office } كل إفصاح بموجب { $agreement }.
    .why = لكل طرف أن يوقف فحص الإفصاح لديه في أي وقت، والمادة { $article } لا تُخرج شيئًا من تلقاء نفسها
    .remedy = راجعوا ذلك المكتب؛ يُستأنف الإفصاح حين يرفع مكتب الإيقاف
node-no_such_notice =
    .what = لم يوجّه الشريك إشعارًا كهذا.
    .why = لا يحوي سجله إشعارًا { $notice } بموجب الاتفاق النافذ
    .remedy = خذوا الإشعار من قائمة الإشعارات
node-unknown_reason =
    .what = { $reason } ليس سببًا للإيقاف.
    .why = الأسباب قائمة مغلقة: { $reasons }
    .remedy = اختاروا واحدًا منها
node-nothing_stopped =
    .what = لا شيء موقوف هنا.
    .why = لم يوقفه أي مكتب، أو رُفع الإيقاف من قبل
    .remedy = انظروا في قائمة الإيقافات
node-nothing_to_end =
    .what = لا اتفاق يُشعَر بإنهائه.
    .why = لم يوقّعه الطرفان بعد
    .remedy = ارفضوا نصه بدلًا من ذلك
node-stopped_by_office =
    .what = أوقف { $office } متابعة سجل الشريك.
    .why = لكل طرف أن يتوقف فورًا إذا فُقد مفتاح أو شُكّ في سجل
    .remedy = ارفعوا الإيقاف بعد الاتفاق على مفاتيح الشريك، فتحاول العقدة من جديد بنفسها
node-agreement_ended =
    .what = لم يُرسَل شيء: انتهى الاتفاق بإشعار.
    .why = جرت مهلة المادة { $article } من تسلّم الإشعار، وقد انقضت
    .remedy = ما وُقّع يبقى قابلًا للإثبات؛ وللتبادل من جديد وقّعوا اتفاقًا آخر
node-draft_too_long =
    .what = المسودة أطول من اللازم.
    .why = فيها { $found } بايت، ويجوز للمسودة { $limit }
    .remedy = اختصروها، أو عدّلوا لغات أقل في المرة الواحدة: وتتبعها الأخرى في تعديل مستقل
node-no_such_version =
    .what = ليس للاتفاق نسخة رقمها { $number }.
    .why = وقّع الطرفان { $count } حتى الآن، والعد من 0
    .remedy = اختاروا إحداها
node-no_such_rule =
    .what = ليس في الاتفاق قاعدة { $rule }.
    .why = لا تُعدَّل إلا قاعدة من أحدث نسخة
    .remedy = اختاروا من: { $known }
node-rule_name_stays =
    .what = لا يمكن أن تُعطى القاعدة { $rule } معرّفًا آخر.
    .why = ما أُفصح عنه بموجب قاعدة يذكرها باسمها؛ وبمعرّف آخر تكون قاعدة أخرى
    .remedy = لا ترسلوا id؛ أو احذفوا القاعدة وأضيفوا غيرها بواسطة amended
node-wording_not_held =
    .what = لا تحتفظ هذه العقدة بالنص الموقَّع بلغة { $language }.
    .why = تُعدَّل المادة داخل النص الذي وقّعه الطرفان، وذلك النص ليس هنا
    .remedy = اطلبوا من المشغّل وضع النص الموقَّع في مجلد العقدة
node-no_such_text_draft =
    .what = لا توجد مسودة { $draft }.
    .why = لم تُكتب قط، أو تُخلّي عنها
    .remedy = اختاروا من: { $known }
node-cannot_succeed =
    .what = لا يمكن أن يخلف { $office } مكتب { $succeeds }.
    .why = يجب أن يكون كلاهما من مكاتب هذه العقدة، ويخلف المكتب مكتبًا واحدًا، ولا يكون ذلك في حلقة
    .remedy = انظروا في قائمة المكاتب؛ وادعوا الجديد أولًا
node-preview_outdated =
    .what = لم يُرسَل شيء: ما كان سيغادر لم يعد ما عُرض.
    .why = تغيّرت الحالة أو انجرافها أو القاعدة منذ ذلك
    .remedy = انظروا إلى المعاينة من جديد ثم أرسلوا
node-already_signed =
    .what = سبق أن أُعطي جوابنا عن هذه النسخة.
    .why = يجيب الطرف عن النسخة مرة واحدة، وكان جوابنا { $choice }
    .remedy = اطلبوا من الشريك أن يرفض النسخة؛ فتُفتح نسخة جديدة
node-no_such_text =
    .what = لا يوجد نصّ كهذا للتوقيع في { $series }.
    .why = المطروح: { $tabled }
    .remedy = انتظروا وصول نصّ الشريك، أو تحقّقوا من بصمته
node-no_such_file =
    .what = ليس للحالة { $case } ملف باسم { $name }.
    .why = ملفاتها مذكورة مع الحالة
    .remedy = اطلبوا حساب الانجراف أولًا، أو تحقّقوا من الاسم
node-bad_case_name =
    .what = لا يصلح { $case } اسمًا لحالة.
    .why = يتكوّن الاسم من حروف لاتينية صغيرة وأرقام وواصلات مفردة، { $most } على الأكثر
    .remedy = سمّوها بالمكان والتاريخ، مثل bejaia-2008-08-06
node-no_such_case =
    .what = لا توجد حالة باسم { $case }.
    .why = لم يفتحها مكتب هنا ولم يرسلها الشريك
    .remedy = تحقّقوا من اسمها في قائمة الحالات
node-case_not_written =
    .what = في الحالة ما لا يمكن تدوينه.
    .why = في أحد حقولها نصف حرف (رمز بديل منفرد)، أو عدد يتجاوز 64 بتًا
    .remedy = اكتبوا ذلك الحقل من جديد بدل لصقه
node-case_of_the_partner =
    .what = { $case } حالة للشريك.
    .why = لا يحسب انجراف الحالة ولا يحفظ ملفاتها إلا المركز الذي فتحها
    .remedy = افتحوا حالة لكم إن كنتم تبحثون أيضًا
node-case_exists =
    .what = توجد حالة باسم { $case } من قبل.
    .why = تُفتح الحالة مرة واحدة ويُضاف إليها ما يُعرف عنها
    .remedy = اختاروا اسمًا آخر، أو اعملوا على الحالة المفتوحة
node-case_there_already =
    .what = الحالة { $case } في هذه المرحلة من قبل.
    .why = نقلها { $office } إلى هذه المرحلة، والمركز المنسّق هو نفسه
    .remedy = انظروا إلى الحالة من جديد، واختاروا مرحلة أخرى أو مركزًا آخر
node-case_is_busy =
    .what = انجراف { $case } قيد الحساب.
    .why = المهمة { $job } لم تنتهِ بعد
    .remedy = انتظروا حتى تنتهي
node-content_contradicts =
    .what = ما وصل يناقض إعلانه.
    .why = المحتوى عند الموضع { $position } يذكر اتفاقًا أو قاعدة أو نوعًا غير ما في سجلّ الشريك
    .remedy = احفظوا الاثنين دليلًا واسألوا مشغّل عقدة الشريك
node-release_too_large =
    .what = الحالة أكبر من أن يُفصَح عنها دفعة واحدة.
    .why = حجمها { $found } بايت ويسمح الاتفاق بـ { $limit }
    .remedy = أفصحوا عنها بمناطق أقلّ أو أبسط
node-record_too_large =
    .what = السجل أكبر مما يجوز.
    .why = حجمه { $bytes } بايت، ولا يجوز أن يتجاوز السجل { $limit } بايت ولا عدد قيمه { $values }
    .remedy = أفصحوا عنه بمناطق أقلّ أو أبسط
node-bad_setting =
    .what = الإعداد { $name } غير صحيح.
    .why = قراءته تعطي: { $reason }
    .remedy = انظروا في docs/reference/settings.md ما يجوز فيه
node-map_missing =
    .what = تتعذّر قراءة خريطة هذه العقدة.
    .why = إعداد الخريطة في node.toml يسمّي { $name } ولا ملفّ هناك تستطيع العقدة قراءته
    .remedy = ضعوا الملفّ هناك، أو احذفوا سطره من القسم [map] في node.toml لاستعمال الخريطة المرفقة مع Comity
node-map_damaged =
    .what = خريطة هذه العقدة تالفة أو من نوع آخر.
    .why = ليس { $name } ملفّ PMTiles كاملًا من الإصدار 3 ببيانات متّجهية مضغوطًا بـ gzip أو بلا ضغط
    .remedy = انسخوا الملفّ أو أعيدوا صنعه: يبيّن docs/how-to/use-a-richer-basemap.md الطريقة
node-map_lacks_layers =
    .what = تنقص خريطةَ هذه العقدة طبقاتٌ ترسمها الصفحات.
    .why = ينقص الملفَّ { $name } ما يلي: { $missing }
    .remedy = اصنعوها بالطبقات التي يسمّيها docs/how-to/use-a-richer-basemap.md
node-not_a_node =
    .what = { $folder } ليس مجلد عقدة.
    .why = لا يحوي node.toml
    .remedy = أنشئوا واحدًا بالأمر `comity init`، أو سمّوا المجلد الصحيح
node-socket_path_too_long =
    .what = مسار مجلد العقدة أطول من أن يكون لمقبس.
    .why = طوله { $found } بايت ويسمح النظام بـ { $most }
    .remedy = ضعوا المجلد في مكان مساره أقصر
node-database_failed =
    .what = لا يُعتمد على قاعدة بيانات العقدة في حفظ ما يُكتب.
    .why = يجيب SQLite: { $reason }
    .remedy = أوقفوا العقدة وافحصوا القرص ثم أعيدوا تشغيلها
node-database_refuses =
    .what = لا تقبل قاعدة بيانات العقدة شيئًا الآن.
    .why = يجيب SQLite: { $reason }
    .remedy = أفرغوا مكانًا على القرص، وأغلقوا البرامج الأخرى التي تمسك node.db، ثم أعيدوا المحاولة
node-database_newer =
    .what = كتب مجلدَ العقدة هذا إصدارٌ أحدث من Comity.
    .why = إصدار قاعدته { $version } وهذا البرنامج يعرف { $known }
    .remedy = ثبّتوا الإصدار الأحدث؛ لا رجوع إلى الوراء كي لا يضيع سجلّ
node-worker_ended =
    .what = انتهى الحساب قبل تمامه.
    .why = توقّفت عمليته بلا نتيجة، كما يحدث حين تنفد الذاكرة أو تُوقف العقدة
    .remedy = اطلبوا حساب الانجراف مجددًا، بجزيئات أقل إن كانت الذاكرة قليلة
node-no_database =
    .what = لا قاعدة بيانات في مجلد العقدة { $folder }.
    .why = الملف { $name } مفقود
    .remedy = استعيدوا المجلد من حيث تحفظون نسخته
api-own_mistake =
    .what = ارتكبت العقدة خطأً من عندها.
    .why = أنهى برنامجها هذا الطلب بـ { $kind }
    .remedy = لم يُكتب شيء ناقصًا؛ أبلغوا المشغّل، فسجلّ الأحداث لديه يذكر الموضع
api-unknown_host =
    .what = هذه العقدة غير معروفة بهذا الاسم.
    .why = قد تقرؤها صفحة ويب لغريب تحت اسم يخصّها
    .remedy = استعملوا عنوان منفذ الدار، أو localhost، أو الاسم الوارد في house.host أو house.origin
node-next-sign-memorandum = يوقّع الطرفان المذكرة.
node-next-decide = يقرر فريق العمل المعني بدء العمل بها.
node-next-sign-decision = نوقّع القرار المطروح.
node-next-partner-signs = يوقّع الشريك القرار أو يؤكد استلامه.
node-next-exchange = الإفصاح عما تسمح به قواعدها متى وُجد ما يُفصَح عنه.
node-next-applies = هي نافذة ولا حاجة إلى أي إجراء.
node-state-not-agreed = لم يتفق عليها الطرفان بعد
node-state-waits = ليس بعد: تنتظر قرارًا من الطرفين
node-state-at-work = معمول بها
node-all-domains = جميع المجالات
node-both-parties = الطرفان
node-keys-annex = ملحق: مفاتيح الطرفين
node-feed-in = سجل { $party }
node-feed-out = إيصالات { $party }
node-line-opened = فُتحت الحالة
node-alarm-case-arrived = أرسل الشريك حالة الإنقاذ { $subject }.
node-alarm-partner-frozen = سجل الشريك بموجب { $subject } يناقض نفسه: توقفت القراءة.
node-alarm-partner-silent = الشريك بموجب { $subject } لا يجيب.
node-alarm-partner-stale = لم يصل أي خبر من الشريك بموجب { $subject } منذ مدة طويلة.
node-alarm-receipt-late = الشريك بموجب { $subject } لا يؤكد ما نشرناه.
node-alarm-record-contradicted = ما قدّمه الشريك بموجب { $subject } يناقض السجل؛ والأدلة محفوظة.
node-alarm-node-restored = استُعيدت هذه العقدة بموجب { $subject } ولم تتزامن بعد: لا شيء يُوقَّع.
node-unsynchronised = استُعيدت ولم تتزامن بعد مع { $party }: قد يكون ما يُعرض أقدم مما وُقّع.
node-alarm-drift-failed = تعذر حساب انجراف الحالة { $subject }.
node-request-sent = طُرح ولم يُجب عنه بعد.
node-request-answered = أُجيب عنه كاملًا.
node-request-partly = أُجيب عنه جزئيًا.
node-request-declined = اعتُذر عنه بموجب المادة { $article }.
node-request-lapsed = لم يُجب عنه في الأجل.
node-fate-stands = قائم.
node-fate-corrected = صُحح: حل محله غيره.
node-fate-recalled = سُحب: محاه الطرفان.
node-fate-in_part = صُحح أو سُحب جزء منه.
node-case-erased = مُحي في { $at } بموجب المادة { $article }: انقضى أجله ولا يحتفظ به أي من الطرفين.
node-case-recalled = سحبه الشريك في { $at } بموجب المادة { $article }.
node-alarm-request-due = اقترب أجل السؤال { $subject }.
node-alarm-request-late = تجاوز السؤال { $subject } أجله دون جواب.
node-line-drift-asked = طُلب حساب الانجراف
node-line-drift-done = حُسب الانجراف
node-line-drift-failed = أخفق حساب الانجراف
node-line-moved =
    نُقلت إلى: { $stage }؛ ينسّق البحث { $smc ->
        [partner] مركز الشريك
       *[ours] مركزنا
    }
node-line-released = أُفصح عنها للشريك بموجب المادة { $clause }
node-line-stored = أكد الشريك استلامها
node-line-arrived = وردت من الشريك
api-insecure_origin =
    .what = لا يمكن لأحد تسجيل الدخول على العنوان { $origin }.
    .why = لا تحفظ المتصفحات مفاتيح المرور وعلامات الجلسات بأمان إلا عبر HTTPS أو تحت اسم مثل dz.localhost
    .remedy = استعملوا اسمًا ينتهي بـ .localhost، أو اجعلوا house.origin عنوان HTTPS لهذه العقدة
api-foreign_origin =
    .what = هذا الطلب صادر عن صفحة أخرى.
    .why = يذكر المتصفح أن مصدره { $origin }، وليس ذلك وحدة تحكم هذه العقدة
    .remedy = استعملوا وحدة التحكم التي تقدمها هذه العقدة
api-draft_says_it_twice =
    .what = تذكر المسودة ما تغيّره بأكثر من طريقة.
    .why = لا يمكن حفظ إلا واحدة منها، وتضيع الأخرى دون إشعار
    .remedy = أرسلوا واحدة فقط: articles وrules؛ أو amended؛ أو document
api-draft_incomplete =
    .what = المسودة ناقصة.
    .why = لا تحوي وثيقة، ولا اتفاقًا معدّلًا بعنوانه ويومه
    .remedy = أرسلوا document، أو amended وtitle وin_force
api-not_your_role =
    .what = لا يجوز لـ { $office } القيام بهذا.
    .why = يتطلب أحد هذه الأدوار: { $roles }
    .remedy = اطلبوا ذلك من مكتب يحمل أحدها، أو من مشغّل العقدة
api-another_office =
    .what = لا يتصرف المكتب إلا باسمه.
    .why = المكتب المسجَّل هو { $office }، والطلب يذكر { $said }
    .remedy = اتركوا اسم المكتب، أو سجّلوا الدخول باسم الآخر
api-csrf_missing =
    .what = لا يحمل الطلب علامة جلسته.
    .why = الترويسة X-Comity-CSRF غائبة أو تعود إلى جلسة أخرى
    .remedy = أعيدوا قراءة GET /api/v1/session وأرفقوا قيمة csrf بكل ما يكتب
api-not_signed_in =
    .what = لم يسجّل أحد الدخول.
    .why = لا يحمل الطلب جلسة مفتوحة
    .remedy = سجّلوا الدخول بمفتاح مرور، أو برمز لمرة واحدة من مشغّل العقدة
api-code_needed =
    .what = يُنشأ مفتاح المرور برمز لمرة واحدة.
    .why = لم يسجّل أحد الدخول، ولا يحمل الطلب رمزًا
    .remedy = اطلبوا رمزًا من مشغّل العقدة، أو سجّلوا الدخول أولًا
api-owners_only =
    .what = لا ينشئ رمزًا يفتح جلسة بنفسه إلا مالك مجلد العقدة.
    .why = مثل هذا الرمز لا يحتاج إلى مفتاح مرور
    .remedy = أنشئوا رمزًا لمفتاح مرور، أو استعملوا node.sock
api-too_many_streams =
    .what = صفحات كثيرة جدًا تتابع هذه العقدة.
    .why = القنوات المفتوحة { $most }
    .remedy = أغلقوا بعض صفحات وحدة التحكم وأعيدوا التحميل
node-bad_code =
    .what = هذا الرمز لا يفتح شيئًا.
    .why = كُتب خطأً، أو استُعمل من قبل، أو مضى عليه أكثر من يوم
    .remedy = اطلبوا رمزًا جديدًا من مشغّل العقدة
node-passkey_known =
    .what = مفتاح المرور هذا مسجَّل من قبل.
    .why = معرّفه مدوَّن في قاعدة بيانات العقدة
    .remedy = سجّلوا الدخول به، أو سجّلوا مفتاحًا آخر
node-passkey_failed =
    .what = لم يُقبل مفتاح المرور.
    .why = { $reason }
    .remedy = ابدأوا من جديد؛ وإن أخفق مرة أخرى فاطلبوا رمزًا جديدًا من مشغّل العقدة
node-no_such_office =
    .what = لا يوجد في هذه العقدة مكتب باسم { $office }.
    .why = لم يدعُه أحد
    .remedy = تحققوا من اسمه في قائمة المكاتب
node-no_drift_yet =
    .what = لم يُحسب انجراف الحالة { $case } هنا.
    .why = لا توجد سحابة تُعرض
    .remedy = اطلبوا حساب الانجراف وانتظروا انتهاءه؛ أما حالة الشريك فلا تأتي إلا بمناطقها
node-no_such_hour =
    .what = ليس للانجراف ساعة رقمها { $hour }.
    .why = عدد ساعاته { $count } ابتداءً من 0
    .remedy = راجعوا التسلسل الزمني للحالة
node-no_such_entry =
    .what = ليس في السجل قيد رقمه { $position }.
    .why = عدد قيوده { $size } ابتداءً من 0
    .remedy = تحققوا من الرقم في قائمة القيود
node-log_file_missing =
    .what = ملف من السجل { $origin } مفقود.
    .why = لا يوجد { $path } في مجلد العقدة
    .remedy = استعيدوا المجلد من أحدث نسخة له، ثم شغّلوا `comity doctor`
node-no_such_alarm =
    .what = لا يوجد إنذار كهذا.
    .why = لا شيء تحت { $alarm }، أو أنه انقضى
    .remedy = راجعوا قائمة الإنذارات من جديد
node-no_forcing =
    .what = ليست لهذه العقدة تيارات ورياح خاصة بها.
    .why = المجلد { $folder } غير موجود
    .remedy = اجعلوا forcing.folder مجلدًا فيه ملفات netCDF، أو سمّوا الملفات في الحالة
node-no_such_request =
    .what = لم يرسل الشريك سؤالًا كهذا.
    .why = سجله، بقدر ما وصل منه إلى هنا، لا يحوي { $request }
    .remedy = ابحثوا عنه في قائمة الأسئلة، أو انتظروا وصوله
node-request_closed =
    .what = لم يعد ممكنًا الجواب هكذا عن السؤال { $request }.
    .why = حالته { $state }، وكان أجله { $due }
    .remedy = اطلبوا من الشريك أن يطرحه من جديد
node-request_already_due =
    .what = سيحل أجل السؤال { $request } قبل إرساله.
    .why = أجله { $due }
    .remedy = امنحوا الشريك أجلًا لم يحل بعد
node-no_such_draft =
    .what = لا توجد مسودة سؤال { $request }.
    .why = أُرسلت أو تُرك أمرها، أو لم يحررها أحد
    .remedy = تحققوا من رقمها في قائمة الأسئلة
node-answer_of_another_kind =
    .what = هذه العناصر ليست جوابًا عن السؤال { $request }.
    .why = يسأل عن عناصر من نوع { $item } يُسمى كل منها مرة واحدة، وعدد ما أُعطي { $found }
    .remedy = سمّوا عنصرًا واحدًا على الأقل من ذلك النوع
node-answer_held =
    .what = لم يُرسل شيء: بموجب المادة { $article } لا يجوز أن يخرج منه شيء قبل { $until }.
    .why = لم تنقض مهلة القاعدة { $rule } أو وتيرتها
    .remedy = أجيبوا بعد ذلك الوقت، أو اعتذروا بموجب المادة
node-nothing_left_there =
    .what = لم يخرج شيء تحت القيد { $position }.
    .why = لا يحوي سجلنا هناك إفصاحًا، أو ليس لمحتواه جزء { $place }
    .remedy = خذوا الرقم من قائمة ما خرج
node-not_the_same_rule =
    .what = لا يمكن لهذا أن يصحح ما خرج بموجب { $rule }.
    .why = يخرج التصحيح بموجب القاعدة نفسها التي خرج بها ما يصححه، وفي الحال
    .remedy = اسحبوا ما خرج، ثم أفصحوا عنه من جديد
node-stands_no_more =
    .what = ما خرج تحت القيد { $position } لم يعد قائمًا.
    .why = صُحح أو سُحب في { $since }
    .remedy = صححوا أو اسحبوا ما حل محله
## end of node

## cli
cli-drift-reading = قراءة التيارات والريح والساحل
cli-drift-drifting = حساب الانجراف
cli-drift-drawing = الرسم والكتابة
cli-drift-example = مثال: ليس بحثًا حقيقيًا.
cli-drift-done = الحالة { $case }: عدد الفرضيات المنجرفة { $particles }، من { $first } إلى { $last }.
cli-drift-centre = المركز { $place }؛ التشتت { $east } كم شرقًا و{ $north } كم شمالًا (انحراف معياري واحد).
cli-drift-level = { $level } من الاحتمال ضمن { $area } كم².
cli-drift-ashore = على الساحل: { $share }.
cli-drift-left = خرجت من نطاق بيانات التيار أو الريح وحُسبت حيث كانت قبل ذلك: { $share }.
cli-drift-folder = النتائج في { $folder }؛ انظروا أولًا إلى map.png.
cli-node-made = عقدة { $party } موجودة في { $folder }.
cli-node-card = بطاقتنا الخاصة بـ { $agreement }، لتُسلَّم إلى الشريك: { $path }
cli-node-renewed = على بطاقتنا شهادة جديدة: سلّموا { $file } إلى الشريك ليسجّلها من جديد.
cli-node-fingerprint = بصمة { $party }: { $fingerprint }
cli-node-enrolled = سُجّل الشريك { $party } في إطار { $agreement }.
cli-node-compare = اتصلوا بالشريك وقارنوا البصمتين شفهيًا قبل توقيع أي شيء.
cli-keys-drawn = وُلّدت مفاتيح جديدة، ولا توقّع شيئًا قبل أن يتفق عليها الطرفان.
cli-keys-public = { $agreement }: { $key }
cli-keys-fingerprint = { $agreement }: تُقرأ بطاقتنا بصوت مسموع { $fingerprint }
cli-keys-next = الخطوة التالية: اطرحوا الملحق بالأمر `comity acts table { $folder } { $agreement } keys`، واقرؤوا البصمة على الشريك، وليوقّع الطرفان.
cli-keys-settled = { $agreement }: لا تغيير للمفاتيح جارٍ.
cli-keys-to_agree = { $agreement }: لم يتفق الطرفان بعد على المفاتيح المولَّدة، والمفاتيح المستعملة توقّع وحدها.
cli-keys-overlap = { $agreement }: اتفق عليها الطرفان. توقّع المفاتيح القديمة والجديدة معًا حتى يُظهر إيصال { $partner } المفتاح الجديد.
cli-keys-passed = { $agreement }: تبعنا { $partner }. توقّع المفاتيح الجديدة وحدها، ولا حاجة هنا إلى القديمة بعد الآن.
cli-keys-offered = مطروحة مفاتيح جديدة من { $party }، وتُقرأ بطاقته بها بصوت مسموع { $fingerprint }
cli-keys-retired = مُحيت المفاتيح القديمة. أعدّوا نسخة احتياطية الآن، وأتلفوا نسخ مجلد `keys` القديم.
cli-backup-made = كُتبت النسخة الاحتياطية { $file }: عدد ملفاتها { $files }، وحجمها { $bytes } بايت، ولكل ملف بصمته.
cli-backup-keys = فيها مفاتيح هذه العقدة: من حاز الملف أمكنه التوقيع باسمنا. احفظوه في حرز.
cli-backup-no-keys = ليست فيها مفاتيح: احفظوا نسخة من المجلد `keys` في مكان آخر، فبدونها لا يُستعاد شيء.
cli-restore-made = استُعيدت عقدة { $party } في { $folder } كما كانت في { $made }.
cli-restore-next = شغّلوها: تسأل الشريك أولًا، وتستعيد ما وُقّع بعدها، ولا توقّع شيئًا قبل ذلك.
cli-handover-made = في { $file }: عدد المسائل المفتوحة { $open }، وعدد ما لا مكتب مسؤولًا عنه منها { $nobody }.
cli-handover-title = تسليم المهام: { $agreement }، { $party }
cli-handover-moment = حتى { $moment }. النسخة { $version } من الاتفاق نافذة.
cli-handover-in-force = نافذ
cli-handover-late = متأخر
cli-handover-owed-by-us = علينا
cli-handover-owed-by-partner = على الشريك
cli-handover-nobody = لا أحد: سمّوا مكتبًا
cli-handover-due = الأجل { $moment }
cli-handover-text = نص للتوقيع
cli-handover-notice = إشعار ينتظر الإقرار بتسلّمه
cli-handover-request = سؤال
cli-handover-approval = إفصاح للموافقة عليه
cli-handover-case = حالة بحث
cli-acts-state = { $series }: { $sentence }
cli-acts-text = { $hash } من { $party }، { $office }
cli-acts-change =   { $part } { $id }: { $change }، يُخرج { $lets }
cli-acts-leaves =   سيخرج بموجبه: { $rule }، المادة { $clause }
cli-acts-none = لا شيء ينتظر توقيعًا.
cli-acts-stopped = أُوقف: { $what }.
cli-acts-lifted = استؤنف: { $what }.
cli-acts-notice = { $party }، { $kind }: { $hash }
cli-acts-ends = ينتهي الاتفاق في { $moment }.
cli-exchange-exported = { $agreement }: على القرص { $entries } من القيود و{ $contents } من المحتويات.
cli-exchange-imported = { $agreement }: قُرئ وأُثبت { $entries } من القيود و{ $contents } من المحتويات.
cli-exchange-alone = { $agreement }: توقّع هذه العقدة من جديد من دون شريكها، بقرار من { $office }.
cli-exchange-reported = عدد ما خرج { $count }، وهو في { $file }.
cli-doctor-state-ok = سليم
cli-doctor-state-warning = تنبيه
cli-doctor-state-failed = فشل
cli-doctor-settings = الإعدادات مقروءة؛ والعقدة تخصّ { $party }.
cli-doctor-served = العقدة في الخدمة.
cli-doctor-free = العقدة ليست في الخدمة.
cli-doctor-certificate = شهادة الخط مع الشريك صالحة حتى { $ends }.
cli-doctor-certificate-ending = تنتهي شهادة الخط مع الشريك في { $ends }، والأيام الباقية عددها { $days }: اتفقوا مع الشريك على بطاقة جديدة (comity renew).
cli-doctor-certificate-ended = انتهت شهادة الخط مع الشريك في { $ends }: لم يعد الشريك يقرأ هذه العقدة.
cli-doctor-keys = المفتاحان موجودان ولا يستطيع غيركم على هذه الآلة قراءتهما.
cli-doctor-clock = تشير الساعة إلى { $now }.
cli-doctor-clock-behind = تشير الساعة إلى { $now } ويجب أن تكون بعد { $least }: اضبطوها قبل توقيع أي شيء.
cli-doctor-fsync = يحفظ القرص ما يُكتب خلال { $median_ms } مللي ثانية.
cli-doctor-fsync-slow = يستغرق القرص { $median_ms } مللي ثانية لحفظ ما يُكتب؛ وسيبدو التوقيع بطيئًا.
cli-doctor-disk = المساحة الحرّة على القرص { $free_gb } غيغابايت.
cli-doctor-disk-low = لم يبقَ على القرص سوى { $free_gb } غيغابايت: أفرغوا مكانًا قريبًا.
cli-doctor-sqlite = إصدار SQLite { $version } سليم.
cli-doctor-sqlite-old = إصدار SQLite { $version } سليم لهذه العقدة، وهي وحدها تكتب في قاعدتها: لا تفتحوا node.db ببرنامج آخر.
cli-doctor-port = المنفذ { $port } في { $host } حرّ.
cli-doctor-port-taken = المنفذ { $port } في { $host } مشغول: أوقفوا البرنامج الذي يشغله أو عدّلوا node.toml.
cli-doctor-map = خريطة هذه العقدة { $name } سليمة.
cli-doctor-log = تحقّق السجلّ { $origin } بكل قيوده وعددها { $size }.
cli-doctor-partner = يجيب الشريك { $party } في { $url }.
cli-doctor-partner-silent = لا يجيب الشريك { $party } في { $url }: تحقّقوا من الخط ومن العنوان.
cli-doctor-partner-unknown = لم يُسجَّل الشريك في إطار { $agreement } بعد: تبادلوا البطاقات ونفّذوا comity enrol.
cli-not_a_demo_folder =
    .what = المجلد { $folder } ليس فارغًا ولم ينشئه الأمر `comity demo`.
    .why = لأن العرض يبدأ من جديد وسيختلط بما فيه
    .remedy = اختاروا مجلدًا آخر بالخيار --dir
cli-system_refused =
    .what = يرفض النظام { $name }.
    .why = كان جوابه: { $reason }
    .remedy = تحقّقوا من الاسم ومن المساحة الخالية ومن صلاحياتكم، ثم أعيدوا المحاولة
cli-node_did_not_start =
    .what = لم تبدأ عقدة الطرف { $party }.
    .why = كانت آخر كلماتها: { $words }
    .remedy = انظروا في { $log }، وإن كان المنفذ مشغولًا فاختاروا غيره بالخيار --port
cli-demo_stuck =
    .what = انتظر العرض { $seconds } ثانية دون جدوى.
    .why = لأن إحدى العقدتين لم تؤد دورها في هذه المدة
    .remedy = انظروا في الملفين dz.log وus.log داخل مجلد العرض ثم أعيدوا تشغيله
cli-demo_is_served =
    .what = عرض آخر يعمل من المجلد { $folder }.
    .why = لأن عقدتيه ستفقدان ملفاتهما
    .remedy = أوقفوه بالمفتاحين Ctrl-C حيث يعمل، أو اختاروا مجلدًا آخر بالخيار --dir
cli-demo_folder_unusable =
    .what = لا يمكن إنشاء العرض في { $folder }.
    .why = جواب النظام: { $reason }
    .remedy = اختاروا بالخيار --dir مجلدًا يمكنكم الكتابة فيه
cli-node-code = رمز لمرة واحدة للمكتب { $office } صالح ليوم واحد: { $code } (افتحوا وحدة التحكم على { $path }).
## end of cli

## demo
demo-row-memorandum = مذكرة 22 يناير 2025 تضع للتعاون العسكري إطارًا قانونيًا
demo-row-talks = وزارتا الدفاع تتحاوران
demo-row-groups = ثلاثة أفرقة عمل مشتركة تقرر كيفية التنفيذ والخطوات التالية
demo-row-maritime = تُتبادل المعلومات عما يبحر
demo-row-rescue = يجري البحث معًا عن المفقودين في البحر
demo-row-sahel = يُقرأ أمن الساحل معًا في مواجهة الإرهاب
demo-row-satellites = البث المفتوح والأقمار الصناعية مهمان
demo-row-peoples = معرفة الجماعات واتفاقاتها وخلافاتها لا تقل أهمية
demo-row-contracts = قد تتبعها عقود تجهيز جديدة
demo-row-technology = قد تتبعها شراكات في تكنولوجيا الدفاع
demo-row-investment = المعادن ومراكز البيانات في الأفق
demo-row-tourism = السياحة مدعوة إلى النمو
demo-row-administrations = الاتفاق يبقى مع تغير الإدارات
demo-row-sky = لا حد لما يمكن أن يضاف
demo-row-undisclosed = بعض التفاصيل لا تُنشر
demo-row-press = الجمهور ينتظر ما سيتحقق
demo-row-history = يأتي بعد سنوات من الحوار ويراعي الموقع الجغرافي
demo-row-context = حضور متغير في أفريقيا، وما يحيط بالصفحة
demo-scene-1 = مذكرة واحدة، بصمة واحدة، متفق عليها من الطرفين
demo-scene-2 = مباحثات متفق عليها، وثلاثة أفرقة عمل، وقرار من الطرفين، وخطوات تالية
demo-scene-3 = السفن: ما يراه الشريك أقل دقة وأكثر تأخرًا، وسؤال يُطرح ويُجاب
demo-scene-4 = عملية إنقاذ بين الطرفين
demo-scene-5 = صورة الساحل، ومصدر لكل قول
demo-scene-6 = عقد من الطلب إلى المطابقة
demo-scene-7 = شراكة تكنولوجية أمام فحص التصدير
demo-scene-8 = مقارنة عرضين لمركز بيانات، ورخصة معادن
demo-scene-9 = حملة سياحية بمؤشر واحد
demo-scene-10 = كل المكاتب والمفاتيح تتغير عند أحد الطرفين
demo-scene-11 = نوع جديد من المبادرات من ملف واحد
demo-scene-12 = بايت واحد يُغيَّر فيُرفض، والتقرير السنوي
demo-state-told = معروض
demo-state-not-yet = ليس بعد
demo-state-context = سياق
demo-list-title = المقال سطرًا سطرًا، والمشهد الذي يحققه
demo-list-line = { $scenes } · { $point } · { $state }
demo-banner = برنامج Comity { $version } يعرض المقال على عقدتين في هذا الجهاز.
demo-example = مثال: الاتفاق والمكاتب والحالة من الخيال ولا تُلزم أحدًا.
demo-folder = المجلد { $folder }
demo-forcing-given = التيارات والرياح: { $source }
demo-forcing-idealised = التيارات والرياح: تيار جزائري ونسيم بحر مثاليان محسوبان هنا، وليس يومًا حقيقيًا.
demo-party-dz = الجزائر
demo-party-us = الولايات المتحدة
demo-scene-heading = المشهد { $number } · { $title }
demo-point = المقال: { $point }.
demo-memorandum-read = { $party } تقرأ المذكرة وتحسب بصمتها: { $hash }
demo-memorandum-same = البصمة نفسها على العقدتين: { $clauses } من المواد و{ $rules } من قواعد الإفصاح، بالعربية والإنجليزية والفرنسية.
demo-signed-pending = { $party } توقّع { $subject } في سجلها (القيد { $index }): في انتظار الشريك، فتوقيع واحد لا يُلزم أحدًا. { $hash }
demo-signed-agreed = { $party } توقّع { $subject } في سجلها (القيد { $index }): متفق عليه من الطرفين، والعقدتان تقولان ذلك. { $hash }
demo-subject-memorandum = المذكرة
demo-subject-decision = القرار { $id }
demo-subject-keys = ملحق المفاتيح
demo-decision-tabled = فريق العمل «{ $group }» يطرح قرارًا: { $title }
demo-release-refused = { $party } تحاول الآن إرسال حالة تدريبية. رُفض: { $reason }
demo-drill-title = مثال: تمرين لمركز الإنقاذ، لا مفقودين
demo-drill-ended = { $party } تُنهي التمرين { $case }: مرحلته الآن هي الختام.
demo-case-opened = { $party } تفتح الحالة { $id }: { $object }، آخر موقع معروف { $position } في { $time }.
demo-drifted = تنجرف الأجسام المحتملة، وعددها { $particles }، مدةً بالساعات قدرها { $hours }، حُسبت في { $seconds } ث؛ ويجنح منها { $stranded } من كل 1000.
demo-contained = نصف الاحتمالات ضمن { $half } كم²، و90 % منها ضمن { $ninety } كم².
demo-checked = فحص الإفصاح، القاعدة { $rule }: يخرج دقيقًا وفورًا: { $leaves }. ويبقى في البلد: { $stays }.
demo-released = الحالة تخرج من { $party }: القيد { $index } في سجلها، { $bytes } بايت، { $hash }
demo-question-alone = يُروى من هذا المشهد السؤال، أما السفن وما ترصده الأقمار الصناعية فلم تُروَ بعد.
demo-asked = { $party }: سؤال { $id } بموجب المادة { $article }: { $item }، { $area }
demo-asked-today = في صفحة اليوم لدى { $party }: السؤال { $id }، وأجله { $due }
demo-answered = { $party }: جواب كامل عن { $id } بما اجتاز الفحص، القيد { $index } من سجلها. والعقدتان تقرآن الجواب نفسه.
demo-account = الحسابان متطابقان بموجب المادة { $article }: أسئلة { $asker }: { $asked }، وأجوبة { $giver }: { $answered }، وما أعطته: { $bytes } بايت.
demo-offices-changed = { $party }: أُنهي «{ $old }» في الحال، وخلفه «{ $new }».
demo-owned = تسمي وثيقة تسليم المهام ما بقي مفتوحًا وعدده { $open }، ولكل منه مكتبه، والمسؤول عن السؤال { $id } صار «{ $new }».
demo-still-verifies = { $party }: سجلها وعدد قيوده { $size } ما زال يُتحقق منه، ولم يتغير شيء مما اتُّفق عليه.
demo-keys-drawn = { $party }: وُلّدت مفاتيح جديدة، وتُقرأ بطاقتها بها بصوت مسموع { $fingerprint }
demo-keys-agreed = وقّع الطرفان ملحق المفاتيح { $hash }.
demo-keys-followed = { $party }: قُرئ رأس وقّعه المفتاح القديم والجديد معًا حتى { $size } من القيود، وأُعطي إيصاله.
demo-keys-retired = { $party }: مُحيت المفاتيح القديمة. وما زال الإيصال السابق حتى { $size } من القيود يثبت ما وُقّع.
demo-hand-over = { $party }: كُتبت وثيقة تسليم المهام: { $file }
demo-received = { $party } تتحقق من سجل الشريك حتى { $size } من القيود وتحفظه وتعطي إيصالها.
demo-same-case = العقدتان تعرضان الحالة نفسها، ولما أُفصح عنه البصمة نفسها عند كل منهما: { $hash }
demo-picture = الخريطة: { $path }
demo-altered = في نسخة من سجل الطرف ({ $party }) يصير البايت { $offset } من { $file } هو { $after } بدل { $before }.
demo-caught = رُفض: { $reason }
demo-untouched = والسجل نفسه ما زال سليمًا: { $size } من القيود، { $hash }
demo-rest = { $count ->
    [one] لم يُعرض بعد المشهد
        [two] لم يُعرض بعد المشهدان
   *[other] لم تُعرض بعد المشاهد
} { $scenes }. الأمر `comity demo --list` يقول ما سيكون كل منها.
demo-told = عُرض في { $seconds } ثانية.
demo-serving = العقدتان تواصلان الخدمة ({ $dz } و{ $us }). يوقفهما Ctrl-C.
demo-ports-taken = المنفذ { $port } أو أحد جيرانه مشغول، فاستُعملت منافذ حرة.
demo-links = للدخول افتحوا كل عنوان في متصفح: يصلح مرة واحدة، ثم أنشئوا مفتاح مرور.
demo-console-not-built = صفحات وحدة التحكم غير مبنية هنا، فلا شيء يُفتح بعد.
## end of demo

## console
console-loading = جارٍ التحميل
console-skip = الانتقال إلى الصفحة
console-pages = الصفحات
console-pages-kept = المفتاح 3 محفوظ لصفحة قادمة: الصورة البحرية.
console-nowhere = لا توجد صفحة كهذه.
console-close = إغلاق
console-retry = إعادة المحاولة
console-page-missing = لم تصل هذه الصفحة من العقدة.
console-page-missing-why = الخط مع العقدة مقطوع، أو لدى العقدة صفحات أحدث من هذه.
console-page-missing-remedy = عند عودة الخط أعيدوا التحميل: العنوان يحفظ ما ترونه.
console-leave = خروج
console-language = اللغة
console-language-en = English
console-language-fr = Français
console-language-ar = العربية
console-mode = نمط العرض
console-mode-sun = حسب الشمس
console-mode-day = نهار
console-mode-dusk = غسق
console-mode-night = مناوبة ليلية
console-example = مثال: اتفاق متخيَّل لا يُلزم أحدًا
console-page-incidents = الحوادث
console-page-exchange = التبادل
console-page-signatures = التوقيعات
console-page-agreement = الاتفاق
console-page-overview = نظرة عامة
console-page-handover = التسليم
console-page-cooperation = التعاون
console-page-ledger = السجل
console-page-node = العقدة
console-badge-ours = لنا
console-badge-shared = مشترك
console-badge-partner = للشريك
console-badge-drill = تمرين
console-problem-why = السبب:
console-problem-remedy = ما العمل:
console-problem-article = المادة:
console-clock-utc = التوقيت العالمي
console-clock-local = توقيت مركز المناوبة
console-truth-feeds = ما تستقبله هذه العقدة
console-truth-lost = لا اتصال
console-feed = { $feed ->
        [in] الشريك
        [out] الإيصالات
       *[other] { $feed }
    }
console-feed-state = { $state ->
        [following] منتظم
        [silent] صامت
        [frozen] متوقف بسبب إثبات أخفق
       *[unknown] لم يُسمع بعد
    }
console-record = سجلنا
console-record-verified = السجل مُتحقَّق منه
console-record-broken = السجل غير سليم
console-lost = لم تُجب العقدة منذ { $age }. المعروض هو آخر ما كان معلومًا.
console-lost-never = العقدة لا تجيب.
console-search = بحث
console-search-hint = حادث، مادة، صفحة …
console-search-results = النتائج
console-search-none = لا شيء بهذا الاسم.
console-search-incident = حادث
console-search-page = صفحة
console-search-article = مادة
console-level-distress = استغاثة
console-level-warning = إنذار
console-level-caution = تنبيه
console-alarm-more = { $count ->
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $count } أخرى
        [many] و{ $count } أخرى
       *[other] و{ $count } أخرى
    }
console-acknowledge = إقرار بالعلم
console-conductor = الزمن
console-live = مباشر
console-replay = إعادة عرض
console-step-back = الساعة السابقة
console-step-on = الساعة التالية
console-play = تشغيل
console-pause = إيقاف مؤقت
console-speed = السرعة
console-enter-lead = ادخلوا إلى العقدة.
console-enter-lead-party = ادخلوا إلى عقدة { $party }.
console-enter-passkey = الدخول بمفتاح مرور
console-enter-code = رمز لمرة واحدة
console-enter-code-hint = يطبعه المسؤول عن العقدة. لا توجد كلمة سر.
console-enter-open = دخول
console-enter-enrol = إنشاء مفتاح مرور
console-enter-no-passkey = لم يُقدَّم مفتاح مرور.
console-enter-no-passkey-remedy = أعيدوا المحاولة أو استعملوا رمزًا لمرة واحدة.
console-enter-no-node = العقدة لا تجيب.
console-enter-no-node-remedy = تحققوا من أنها تعمل ثم أعيدوا المحاولة.
console-enter-left = خرجت هذه الشاشة من الجلسة، والعقدة لا تجيب بعد. ستُنهي الجلسة حالما تجيب: اتركوا هذه الصفحة مفتوحة أو افتحوها لاحقًا.
console-incidents-lead = كل عملية بحث في إحدى مراحلها الخمس؛ وتُحسب المدة منذ الإنذار بالساعات والدقائق.
console-incident-new = حادث جديد
console-stage-awareness = الإدراك
console-stage-initial = الإجراء الأولي
console-stage-planning = التخطيط
console-stage-operations = العمليات
console-stage-conclusion = الختام
console-stage-awareness-means = معلوم هنا؛ لم يُحسب شيء بعد.
console-stage-initial-means = نبّهنا الشريك، أو بدأنا العمل.
console-stage-planning-means = طُلب حساب انجرافها أو حُسب.
console-stage-operations-means = لدى المركزين معًا.
console-stage-conclusion-means = أغلقها مكتب هنا، أو مركزها.
console-stage-none = لا شيء
console-send-hour = المناطق في
console-role-may =
    { $role ->
        [approver] يوقّع ويأذن بالإفصاح
        [auditor] يقرأ ويتحقق
        [operator] يدير العقدة ويدعو المكاتب
       *[drafter] يفتح الحالات ويقترح النصوص
    }
console-corners-read =
    { $count ->
        [zero] لم يُقرأ رأس
        [one] قُرئ رأس واحد
        [two] قُرئ رأسان
        [few] قُرئت { $count } رؤوس
        [many] قُرئ { $count } رأسًا
       *[other] قُرئ { $count } رأس
    }
console-scenario =
    { $kind ->
        [area] منطقة
        [cone] مسار من موقع إلى آخر
       *[last_known_position] آخر موقع معروف
    }
console-smc-is =
    { $smc ->
        [partner] مركز { $partner }
       *[ours] مركزنا
    }
console-next-closed = لا شيء: الحالة مغلقة
console-next-tell = مغلقة هنا، وما زالت مفتوحة فيما لدى { $partner }: أرسلوها مرة أخرى
console-stage = المرحلة
console-stage-now = المرحلة
console-smc = ينسّق البحث
console-smc-short = ينسّق البحث
console-stage-by = نقلها
console-stage-follows = تتبع ما أُنجز؛ لم ينقلها أي مكتب.
console-since-alert = منذ الإنذار
console-field-computed = حُسب
console-age-of = عمره
console-field-weights = الأجسام × الوزن
console-table-as = هذا الجدول بصيغة
console-print = طباعة
console-overview-none = لا اتفاق محفوظ هنا بعد.
console-ledger-none = لم يُوقَّع شيء بعد.
console-exchange-preview = ما سيراه الشريك من حالاتنا
console-exchange-preview-none = ليست لدينا حالة.
console-late = متأخر
console-questions-due = أسئلة { $partner } المستحقة
console-meetings-none = لا اجتماع خلال ثلاثين يومًا.
console-scenario-number = الفرضية { $number }
console-scenario-add = فرضية أخرى للمكان والزمان
console-field-scenario = ما يُعرف عن المكان والزمان
console-field-weight = الوزن
console-field-corners = رؤوس المنطقة، واحد في كل سطر
console-corners-hint = ثلاثة مواقع على الأقل، بأي صيغة.
console-corners-few = للمنطقة ثلاثة رؤوس على الأقل.
console-corners-fault = السطر { $line } ليس موقعًا.
console-field-from = من
console-field-to = إلى
console-field-first-place = الموقع الأول
console-field-last-place = الموقع الأخير
console-field-time-error = عدم اليقين في الوقت، بالثواني
console-time-order-fault = هذا قبل البداية.
console-number-fault = عدد من { $least } إلى { $most }.
console-object-add = نوع آخر من الأجسام
console-remove = إزالة
console-draft-kept = ما كتبتموه من قبل ما زال هنا.
console-draft-anew = البدء من جديد
console-draft-from = بدأت من إنذار الشريك
console-draft-no-alert = لم يرسل الشريك إنذارًا بهذا الاسم: تبدأ الاستمارة فارغة.
console-col-roles = الأدوار
console-col-passkey = مفاتيح المرور، آخر استعمال
console-passkey-never = لم تُستعمل قط
console-offices-not-shown = يرى المشغّلون والمدققون قائمة المكاتب.
console-office-ended = مُنهى
console-office-end = إنهاء الوصول
console-office-end-of = إنهاء وصول { $office }
console-office-end-sure = نعم، إنهاؤه الآن
console-office-invite = دعوة مكتب
console-office-name = اسم المكتب (لا اسم شخص)
console-office-make-code = إنشاء رمز لمرة واحدة
console-office-code-for = رمز لـ
console-office-code-once = يُعرض هذه المرة فقط؛ يُنشئ مفتاح مرور واحدًا، حتى
console-office-code-kept = سلّمته
console-nature = { $nature ->
        [overdue] متأخر عن موعده
        [sinking] غرق
        [man_overboard] سقوط شخص في البحر
        [fire] حريق على المتن
        [aground] جنوح
        [medical] حالة طبية طارئة
       *[other] { $nature }
    }
console-source = { $source ->
        [distress_call] نداء استغاثة
        [overdue] بلاغ عن تأخر
        [sighting] مشاهدة
        [satellite_detection] كشف بالأقمار الصناعية
        [exercise] تمرين
       *[other] { $source }
    }
console-persons = { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
console-next = الإجراء التالي
console-next-drift = حساب الانجراف
console-next-wait = الانجراف قيد الحساب
console-next-mend = تعذّر حساب الانجراف: صحّحوا الحالة وأعيدوا الحساب
console-next-send = الإرسال إلى الشريك للتنسيق
console-next-reply = قراءة إنذار الشريك وفتح حالة خاصة بنا
console-reply-open = فتح حالتنا انطلاقًا منه
console-next-watch = لدى المركزين معًا: مواصلة المراقبة
console-next-gone = لا شيء: لم يعد ما أرسله الشريك محفوظًا هنا
console-incident-about = عن الحادث
console-facts = ماذا وأين ومنذ متى
console-field-nature = الطبيعة
console-field-source = مصدر البلاغ
console-field-persons = عدد الأشخاص على المتن
console-field-lkp = آخر موقع معروف
console-field-centre = مركز السحابة
console-field-object = الجسم المنجرف
console-field-currents = التيارات
console-field-wind = الرياح
console-field-opened = فُتحت
console-field-notes = ملاحظات
console-field-contact = جهة الاتصال
console-field-seen = وقت ذلك الموقع (UTC)
console-field-error = خطأ الموقع، م
console-field-until = الحساب حتى (UTC)
console-field-title = العنوان
console-field-id = المعرّف القصير
console-field-particles = الأجسام المحتملة
console-error-hint = انحراف معياري واحد على كل محور.
console-files = { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفًا
       *[other] { $count } ملف
    }
console-areas = أين قد يكون
console-areas-level = يضم
console-areas-size = المساحة
console-areas-of = عدد الأجسام المحتملة: { $particles }.
console-areas-ashore = على الساحل: { $permille } من كل 1000.
console-log = السجل الزمني، الأحدث أولًا
console-log-none = لم يُتخذ أي إجراء بعد.
console-proof-of = القيد { $position }
console-drift-run = حساب الانجراف
console-drift-progress = تقدم حساب الانجراف
console-drift-at = حُسب { $percent } %
console-map-of = خريطة { $title }
console-map-new = خريطة الموقع المُدخل
console-map-lkp = آخر موقع
console-map-zoom-in = تكبير
console-map-zoom-out = تصغير
console-map-attribution = مصدر الخريطة
console-map-not-for-navigation = لا تُستعمل للملاحة
console-map-no-drift = لم يُحسب أي انجراف: تُظهر الخريطة آخر موقع معروف فقط.
console-map-drift-running = الانجراف قيد الحساب؛ ستظهر السحابة هنا عند انتهائه.
console-send-open = إرسال إلى { $partner } …
console-send-again = إرسال جديد إلى { $partner } …
console-send-title = ما سيراه { $partner }
console-send-done-title = أُرسل إلى { $partner }
console-send-done = غادرت الحالة إلى { $partner }: القيد { $position } من سجلنا.
console-send-released = يسمح فحص الإفصاح بخروج هذا إلى { $partner }.
console-send-held = يؤجل فحص الإفصاح خروج هذا إلى { $partner } الآن.
console-send-refused = يرفض فحص الإفصاح خروج هذا إلى { $partner }.
console-send-under = بموجب المادة
console-send-until = يمكن خروجه في
console-send-kept = يحتفظ به الشريك حتى
console-send-field = الحقل
console-send-ours = لدينا
console-send-theirs = يرى { $partner }
console-send-stays = يبقى لدينا
console-send-same = كما هو
console-send-rings = { $count ->
        [zero] لا حدود
        [one] حد واحد
        [two] حدّان
        [few] { $count } حدود
        [many] { $count } حدًا
       *[other] { $count } حد
    }
console-send-map = الخريطة كما سيراها { $partner }
console-send-signs = الإرسال توقيع على الإفصاح باسم { $office }.
console-send-now = إرسال إلى { $partner }
console-send-no-role = لمكتبكم أن يقرأ هذا، أما الإرسال فللمعتمِد.
console-record-field = { $field ->
        [case_id] الحالة
        [source_class] مصدر البلاغ
        [nature] الطبيعة
        [object_key] الجسم المنجرف
        [opened_ms] فُتحت
        [lkp_ms] وقت آخر موقع
        [lkp] آخر موقع معروف
        [lkp_error_m] خطأ الموقع
        [persons_on_board] الأشخاص على المتن
        [containment_ms] وقت المساحات
        [containment_50] مساحة 50 %
        [containment_75] مساحة 75 %
        [containment_90] مساحة 90 %
        [containment_95] مساحة 95 %
        [stranded_permille] النسبة على الساحل
        [status] الوضع
        [notes] ملاحظات
        [contact] جهة الاتصال
       *[other] { $field }
    }
console-place-hint = درجات ودقائق أو ثوانٍ أو كسور عشرية: تُقرأ أي صيغة.
console-place-empty = أدخلوا الموقع.
console-place-unreadable = هذا ليس موقعًا.
console-place-one = يلزم خط العرض وخط الطول معًا.
console-place-letters = يلزم لأحد الجزأين شمال أو جنوب وللآخر شرق أو غرب.
console-place-minutes = الدقائق تلي درجات صحيحة وتقل عن 60.
console-place-seconds = الثواني تلي دقائق صحيحة وتقل عن 60.
console-place-latitude = ينتهي خط العرض عند 90°.
console-place-longitude = ينتهي خط الطول عند 180°.
console-place-sign = استعملوا حرفًا أو إشارة، لا كليهما.
console-time-fault = اكتبوه هكذا: 2026-11-22T15:00:00Z.
console-until-fault = النهاية قبل وقت الموقع.
console-id-hint = يُقال بالهاتف.
console-id-fault = حروف لاتينية صغيرة وأرقام وواصلات فقط.
console-more-fields = ملاحظات، اتصال، دقة
console-stays-home = يبقى لدينا: لا يُرسل من تلقاء نفسه.
console-forcing-used = عدد ملفات التيارات { $currents }، وعدد ملفات الرياح { $wind }، من
console-forcing-short = تغطي التيارات والرياح هنا من { $first } إلى { $last }. وتمتد هذه الحالة من { $from } إلى { $until }: يمكن فتحها وإرسالها، ولا يُحسب لها انجراف قبل أن تصل ملفات ذلك الوقت.
console-incident-open = فتح الحادث
console-check-opens = جاهز: العقدة تقبله.
console-exchange-lead = ما غادر إلى { $partner } وما وصل، وبموجب أي مادة.
console-direction-in = من { $partner } إلينا
console-direction-out = منّا إلى { $partner }
console-direction-word-in = وصل
console-direction-word-out = غادر
console-since = منذ
console-moved-out = ما غادر
console-moved-in = ما وصل
console-moved-out-none = لم يغادر شيء.
console-moved-in-none = لم يصل شيء.
console-moved-state = { $state ->
        [sent] أُرسل
        [stored] استلمه الشريك
        [on_its_way] في الطريق
        [received] استُلم
       *[other] { $state }
    }
console-item = { $kind ->
        [rescue_case] حالة بحث وإنقاذ
       *[other] { $item }
    }
console-col-when = متى
console-col-what = ماذا
console-col-article = المادة
console-col-state = الحالة
console-col-content = المحتوى
console-col-proof = الإثبات
console-col-entry = القيد
console-col-office = المكتب
console-col-hash = البصمة
console-col-receipt = الإيصال
console-col-domain = المجال
console-col-group = الفريق
console-col-last = آخر تبادل
console-col-next = الخطوة التالية
console-agreement-agreed = متفق عليه من الطرفين
console-agreement-not-agreed = لم يتفق عليه الطرفان بعد
console-agreement-languages = اللغات جنبًا إلى جنب
console-article = المادة { $article }
console-article-at-work = معمول بها
console-article-waits = تنتظر قرارًا
console-article-no-text = لا تحتفظ هذه العقدة بالنص الموقّع بهذه اللغة.
console-article-rule = قاعدة الإفصاح
console-article-decisions = القرارات:
console-signatures-lead = ما ينتظر توقيعنا. القراءة أولًا؛ والتوقيع فعل مستقل ونهائي.
console-signatures-choose = اختاروا نصًا لقراءته.
console-awaiting-us = بانتظار توقيعنا
console-awaiting-us-none = لا شيء ينتظرنا.
console-awaiting-partner = بانتظار { $partner }
console-awaiting-partner-none = لا شيء ينتظر الشريك.
console-arrived = ما وصل
console-arrived-none = لم يصل شيء.
console-all-texts = جميع النصوص
console-series = { $name ->
        [agreement] المذكرة
        [keys] ملحق المفاتيح
       *[other] { $name }
    }
console-tabled-by = طرحه
console-read-articles = قراءة المواد جنبًا إلى جنب
console-signed-by = التوقيعات
console-signed = وقّع
console-turned-down = رفض
console-signed-none = لم يوقّع أحد بعد.
console-sign-read = قرأت النصوص أعلاه.
console-keys-new = مفاتيح جديدة لـ { $party }
console-keys-now = البطاقة بالمفاتيح المستعملة
console-keys-then = البطاقة بالمفاتيح الجديدة
console-keys-compared = قارنتُ مع الشريك شفهيًا بصمة المفاتيح الجديدة، وهي مطابقة.
console-sign-as = التوقيع باسم { $office }.
console-sign-no-role = لا يوقّع إلا المعتمِد.
console-ledger-lead = ما قيّده كل طرف. يتحقق هذا المتصفح من الإثباتات بنفسه ولا يصدّق أحدًا.
console-ledger-logs = سجل من
console-ledger-own = سجلنا
console-ledger-partner = سجل { $partner }
console-ledger-entries = القيود
console-ledger-size = { $count ->
        [zero] لا قيود
        [one] قيد واحد
        [two] قيدان
        [few] { $count } قيود
        [many] { $count } قيدًا
       *[other] { $count } قيد
    }
console-entry = { $kind ->
        [text] نص مطروح
        [vote] توقيع
        [beat] إعلان الوقت
        [release] إفصاح
        [notice] إشعار
        [ack] إيصال عن إشعار
        [message] رسالة
       *[unread] غير مقروء
    }
console-receipted = لدى الشريك
console-receipt-none = لا يوجد
console-proof = الإثبات
console-proof-holds = القيد { $position } ثابت في السجل
console-proof-fails = الإثبات لا يصح
console-proof-by-browser = تحقق منه هذا المتصفح في { $took }.
console-proof-step-leaf = بصمة القيد
console-proof-step-path = { $count ->
        [zero] لا حاجة إلى بصمات للوصول
        [one] بصمة واحدة تقود
        [two] بصمتان تقودان
        [few] { $count } بصمات تقود
        [many] { $count } بصمة تقود
       *[other] { $count } بصمة تقود
    } إلى رأس السجل وعدد قيوده { $size }
console-proof-step-signed = رأس السجل موقّع من
console-proof-receipt = لديه منه عدد القيود { $size }، وأعطى الإيصال
console-proof-entry = ما وُقّع عليه، بايتًا بايتًا
console-untrusted-key = أحد المفاتيح ليس ما يدل عليه اسمه.
console-untrusted-note = رأس السجل الموقّع تالف.
console-untrusted-signature = أحد التوقيعات غير صحيح.
console-untrusted-unsigned = لم يوقّع رأسَ السجل مفتاحٌ معروف.
console-untrusted-checkpoint = رأس السجل غير سليم الصيغة.
console-untrusted-entry = لم يصل القيد كاملًا.
console-untrusted-inclusion = بصماته لا تقود إلى الرأس الموقّع.
console-overview-work = سجلات التعاون
console-overview-groups = أفرقة العمل
console-overview-open = المفتوحة: { $count }
console-overview-late = المتأخرة: { $count }
console-overview-awaiting-us = تنتظرنا: { $count }
console-overview-awaiting-partner = تنتظر الشريك: { $count }
console-overview-lead = المذكرة في صفحة واحدة. المواد المعمول بها: { $working } من { $all }.
console-not-yet = ليس بعد
console-node-lead = جهازنا الخاص. الإصدار
console-node-health = السلامة
console-node-free = المساحة الحرة على القرص
console-node-database = قاعدة البيانات
console-node-card-ours = بطاقتنا
console-node-card-theirs = بطاقة الشريك
console-node-fingerprint = البصمة: قارنوها شفهيًا.
console-node-address = العنوان
console-node-log-key = مفتاح السجل
console-node-no-card = لا بطاقة معروفة للشريك بعد.
console-node-offices = المكاتب التي لها الدخول
console-role = { $role ->
        [drafter] مُحرِّر
        [approver] معتمِد
        [auditor] مدقق
       *[operator] مشغّل
    }
console-passkeys = { $count ->
        [zero] لا مفاتيح مرور
        [one] مفتاح مرور واحد
        [two] مفتاحا مرور
        [few] { $count } مفاتيح مرور
        [many] { $count } مفتاح مرور
       *[other] { $count } مفتاح مرور
    }
console-node-add-passkey = إضافة مفتاح مرور لهذا المكتب
console-node-your-passkeys = { $count ->
        [zero] ليس لمكتبكم مفتاح مرور
        [one] لمكتبكم مفتاح مرور واحد
        [two] لمكتبكم مفتاحا مرور
        [few] لمكتبكم { $count } مفاتيح مرور
        [many] لمكتبكم { $count } مفتاح مرور
       *[other] لمكتبكم { $count } مفتاح مرور
    } تحت هذا الاسم للعقدة.
console-node-screen = هذه الشاشة
console-map-borders-of = الحدود كما ترسمها { $party }
console-positions = المواقع
console-form-dm = درجات ودقائق
console-form-dms = درجات ودقائق وثوانٍ
console-form-decimal = درجات عشرية
console-desk-at = موقع مركز المناوبة
console-desk-unknown = لا تسمّي الإعدادات موقع مركز المناوبة: يُعتمد خط طول ساعته.
console-map-own = تُعرض خريطة هذه العقدة.
console-map-shipped = تُعرض الخريطة المرفقة مع Comity.
console-map-stand-in = تحلّ محلّها إلى حينه الخريطة المرفقة مع Comity.
console-keys-alone = المفاتيح المفردة
console-keys-act = المفاتيح تعمل وحدها
console-keys-rest = المفاتيح لا تعمل
console-node-keys = مفاتيح لوحة الكتابة

# خريطة المناوبة وصورتها المتحركة.
console-page-watch = خريطة المناوبة
console-watch-map = خريطة المناوبة
console-watch-cases = الحالات المفتوحة
console-watch-none = لا توجد حالة مفتوحة. يظهر هنا كل حادث جديد، وكل حادث يرسله الشريك.
console-watch-open = فتح الحادث
console-watch-no-hour = لا سحابة في هذا الوقت: يمتد الانجراف من { $first } إلى { $last }.
console-watch-show-hour = عرض ساعتها الأخيرة
console-watch-areas-ours = مناطق حُسبت هنا، عند
console-watch-areas-partner = مناطق أفصح عنها الشريك { $partner }، عند
console-watch-keys = ↑ ↓ لاختيار حالة · Enter لفتحها · Esc لعرض الكل · + − للتكبير والتصغير
console-picture = الصورة المتحركة
console-picture-live = صورة مباشرة
console-picture-replay = صورة معادة
console-picture-opening = يجري فتح الصورة …
console-picture-none = لا شيء يتحرك: لم يُحسب هنا أي انجراف بعد.
console-picture-areas-only = لا نقاط متحركة لدينا. المناطق على الخريطة هي التي أفصح عنها الشريك { $partner }.
console-picture-lost = انقطع خط الصورة
console-picture-not-yet = لا صورة بعد: العقدة لا تجيب.
console-picture-kept = آخر صورة بتاريخ { $time } محفوظة، وردت قبل { $age }.
console-picture-source = { $source ->
    [cases] انجراف الحالات، عدد النقاط: { $count }
   *[other] { $source }، عدد النقاط: { $count }
}
console-picture-points = النقاط في هذا المشهد: { $points }
console-picture-dense = النقاط في هذا المشهد: { $points }، معروضة بالكثافة
console-picture-density = كثافة النقاط في مربعات عرضها { $width } أو أكثر؛ اقتربوا لتروا كل نقطة
console-picture-empty = لا نقطة في هذا المشهد في هذا الوقت.
console-picture-thin = خط ضيق (20 كيلوبايت في الثانية على الأكثر)
console-questions-none = لا سؤال مفتوحًا من الشريك.
console-request-due = الأجل
console-request-was-due = انقضى الأجل
console-approvals = وافق عليه مكتب وينتظر مكتبًا آخر
console-approved-by = وافق عليه
console-approvals-missing = { $count ->
    [one] تنقص موافقة واحدة
    [two] تنقص موافقتان
    [few] تنقص { $count } موافقات
   [many] تنقص { $count } موافقة
   *[other] تنقص { $count } موافقة
}
console-approval-until = حتى
console-drafts = مسودات محفوظة لدينا
console-drafts-none = لا مسودة محفوظة.
console-draft-stale = كُتبت لنسخة مضت أو ليست سليمة بعد
console-differs-none = لا فرق.
console-differs-part = { $part ->
    [clauses] المادة
    [rules] قاعدة الإفصاح
    [areas] المنطقة
    [groups] فريق العمل
    [domains] المجال
    [kinds] نوع العنصر
    [parties] الطرف
    [relations] العلاقة
    [texts] النصوص الموقعة
    [title] العنوان
    [limits] الحدود
    [retention] مدة الحفظ
    [termination] الإنهاء
   *[other] { $part }
}
console-differs-added = جديد
console-differs-removed = محذوف
console-differs-changed = معدَّل
console-differs-field = العنصر
console-differs-before = قبل
console-differs-after = بعد
console-differs-title = ما يغيّره
console-differs-from = مقارنةً بالنسخة النافذة،
console-lets-more = يخرج أكثر
console-lets-less = يخرج أقل
console-lets-otherwise = يخرج غير ما كان يخرج
console-leaves-title = ما سيخرج بموجبه ولم يكن يخرج من قبل
console-leaves-none = لا يخرج بموجب هذا النص أكثر مما يخرج اليوم.
console-turn-ours = الدور لنا في الاقتراح
console-turn-partner = الدور لـ{ $partner } في الاقتراح
console-turn-either = لكل طرف أن يقترح
console-version-round = النسخة { $round }
console-by-passkey = بمفتاح مرور
console-by-session = بلا مفتاح مرور
console-text-in-force = نافذ ابتداءً من
console-text-result = بصمة الاتفاق الناتج عنه
console-text-open-until = مفتوح حتى
console-sign-open = الانتقال إلى التوقيع …
console-turn-down-open = رفض هذه النسخة …
console-turn-down-hint = رفض النسخة رفض لجميع نصوصها نهائيًا، ثم تُفتح النسخة التالية.
console-act-title = التوقيع
console-act-title-down = رفض نسخة
console-act-lead = هذا هو التصرف كما سيثبت في السجل نهائيًا.
console-act-lead-down = هذا هو التصرف كما سيثبت في السجل نهائيًا: لن يُتفق على أي نص من هذه النسخة.
console-act-field = { $field ->
    [party] الطرف
    [office] المكتب
    [agreement] الاتفاق
    [agreement_hash] بصمة الاتفاق النافذ
    [series] النص
    [parent] يلي
    [round] النسخة، عدًّا من 0
    [choice] البصمة الموقعة
    [at_ms] في
    [ends_ms] يوقَّع قبل
    [nonce] رقم يُستعمل مرة واحدة
   *[other] { $field }
}
console-act-nothing = لا شيء من النصوص
console-act-hash = بصمة هذا التصرف
console-act-checked = حسب هذا المتصفح بصمة التصرف أعلاه، وهي ما يُطلب من مفتاح المرور توقيعه.
console-act-differs = تطلب العقدة من مفتاح المرور غير ما تعرضه.
console-act-differs-remedy = لا توقّعوا شيئًا واتصلوا بمشغّل العقدة.
console-act-sign-key = التوقيع بمفتاح المرور
console-act-down-key = الرفض بمفتاح المرور
console-act-sign-example = التوقيع بلا مفتاح مرور (عرض توضيحي)
console-act-down-example = الرفض بلا مفتاح مرور (عرض توضيحي)
console-act-no-passkey = ليس لهذا المكتب مفتاح مرور هنا؛ يُنشئه في صفحة «العقدة».
console-act-example = هذا الاتفاق مثال ولا يُلزم أحدًا: في العرض التوضيحي يكفي التوقيع بالجلسة وحدها. أما الاتفاق الحقيقي فلا يُوقَّع إلا بمفتاح مرور.
console-page-requests = الأسئلة
console-requests-lead = ما يسأله { $partner } عنه وموعده، وما سألنا عنه، وأين وصل كل سؤال. ولا يخرج الجواب إلا عبر فحص الإفصاح.
console-requests-theirs = أسئلة { $partner } إلينا
console-requests-theirs-none = لا سؤال مفتوحًا موجهًا إلينا.
console-requests-ours = أسئلتنا إلى { $partner }
console-requests-ours-none = لا سؤال مفتوحًا لنا.
console-requests-closed = مغلقة
console-requests-closed-none = لم يُغلق أي سؤال.
console-requests-choose = اختاروا سؤالًا أو اطرحوا سؤالًا.
console-request-unknown = لا وجود لهذا السؤال هنا.
console-request-from = من وإلى
console-request-period = عن الفترة
console-request-sent-at = أُرسل
console-request-received = تسلّمه الطرف الآخر
console-request-not-received = لم يُتسلَّم بعد
console-request-decided = حُسم
console-request-contents = أُجيب بـ
console-request-late-contents = وصل بعد الأجل
console-draft-give-up = التخلي عن هذه المسودة
console-draft-give-up-sure = ستزول المسودة وما كتبتموه فيها.
console-draft-give-up-now = التخلي عنها الآن
console-draft-give-up-not = الإبقاء عليها
console-ask-new = طرح سؤال
console-ask-title = سؤال إلى { $partner }
console-ask-change = مسودة
console-ask-choose = اختيار …
console-ask-clause = بموجب أي مادة
console-ask-item = المطلوب
console-ask-purpose = الغرض
console-ask-no-purpose = لا قاعدة إفصاح تسمح بخروجه بعد: لا يمكن أن يكون الجواب إلا بالرفض.
console-ask-about = بشأن
console-ask-about-area = منطقة من الاتفاق
console-ask-about-box = منطقة بين ركنين
console-ask-about-ship = سفينة
console-ask-about-group = جماعة منظمة
console-ask-area = المنطقة
console-ask-south-west = الركن الجنوبي الغربي
console-ask-north-east = الركن الشمالي الشرقي
console-ask-box-hint = بأي صيغة، مثل
console-ask-ship = رقم MMSI أو IMO
console-ask-ship-hint = تسعة أرقام، أو IMO وسبعة أرقام
console-ask-group = رقم الجماعة
console-ask-group-hint = لا يُسأل عن شخص أبدًا: الاتفاق يمنعه.
console-ask-from = من
console-ask-to = إلى
console-ask-due = الأجل
console-ask-instant-hint = بالتوقيت العالمي، مثل
console-ask-fault-calendar = لا يوجد هذا اليوم أو هذه الساعة في أي تقويم.
console-ask-fault-box = يجب أن يقع هذا الركن شمال الآخر.
console-ask-keep = حفظ كمسودة
console-ask-send = إرسال إلى { $partner }
console-ask-signs = الإرسال يثبّت السؤال في السجل باسم { $office }.
console-ask-no-role = لا يرسل ولا يجيب ولا يعتذر ولا يسحب إلا معتمِد.
console-purpose = { $purpose ->
    [search_and_rescue] البحث والإنقاذ
    [maritime_safety] سلامة الملاحة
    [maritime_security] الأمن البحري
    [regional_security] الأمن الإقليمي
    [training] التدريب
    [equipment] التجهيز
    [technology] التكنولوجيا
   *[other] { $purpose }
}
console-answer-title = الجواب
console-answer-with = حالات تجيب عنه
console-answer-whole = هذا كل شيء: لن يأتي غيره
console-answer-preview = عرض ما سيخرج
console-answer-leaves = يخرج:
console-answer-stays = يبقى لدينا:
console-answer-is-answered = بهذا يُجاب عن السؤال كاملًا.
console-answer-is-partly = بهذا يُجاب عن السؤال جزئيًا. ولا يُقال للشريك شيء عما لا يخرج.
console-answer-is-nothing = لا يجوز خروج شيء من هذا. اختاروا غيره أو اعتذروا.
console-answer-send = إرسال الجواب إلى { $partner }
console-answer-hint = فحص الإفصاح أولًا؛ وما يجتازه يخرج باسم { $office } ويُقيَّد في الحساب.
console-decline-title = الاعتذار
console-decline-article = بموجب أي مادة
console-decline = الاعتذار عن السؤال
console-decline-hint = يُبلَّغ { $partner } بالمادة لا غير.
console-exchange-questions = { $count ->
    [0] لا ينتظر { $partner } جوابًا منا
    [one] ينتظر { $partner } جوابنا عن سؤال واحد
    [two] ينتظر { $partner } جوابنا عن سؤالين
    [few] ينتظر { $partner } أجوبتنا عن { $count } أسئلة
   [many] ينتظر { $partner } أجوبتنا عن { $count } سؤالًا
       *[other] ينتظر { $partner } أجوبتنا عن { $count } سؤال
}
console-exchange-late = { $count ->
    [one] تأخر واحد
    [two] تأخر اثنان
    [few] تأخرت { $count } أسئلة
   [many] تأخر { $count } سؤالًا
       *[other] تأخر { $count } سؤال
}
console-batches = في انتظار الدفعة التالية
console-batches-next = تخرج
console-account = الحساب لكل مادة
console-account-lead = ما أعطاه كل طرف وسأل عنه وأجاب. تعرض العقدتان الأرقام نفسها متى كانت لديهما القيود نفسها.
console-account-month = الشهر
console-account-party = الطرف
console-account-given = أعطى
console-account-bytes = الحجم
console-account-asked = سأل
console-account-answered = أجاب
console-account-in_part = جزئيًا
console-account-declined = اعتذر
console-account-unanswered = بلا جواب في الأجل
console-account-none = لم يُعطَ شيء ولم يُسأل عن شيء بعد.
console-account-counted = القيود المحسوبة:
console-audit = ما خرج: تقرير التدقيق
console-audit-lead = كل إفصاح مع مادته وشكله وموضعه في السجل الموقع.
console-audit-failed = تعذّر إعداد التقرير. أعيدوا المحاولة؛ وإن استمر ذلك فانظروا صفحة «العقدة».
console-moved-replaced = حلّ محله:
console-mend-open = تصحيح أو سحب …
console-mend-title = تصحيح ما خرج أو سحبه
console-mend-how = ما العمل
console-mend-correct = الإفصاح عنه من جديد كما هو الآن بدل السابق
console-mend-recall = سحبه: يمحوه الطرفان ويبقى في السجل أنه كان
console-mend-why = السبب
console-mend-reason = { $why ->
    [wrong] كان خطأً
    [outdated] فات أوانه
    [released_in_error] أُفصح عنه سهوًا
    [duplicate] كان موجودًا من قبل
    [no_longer_allowed] لم يعد مسموحًا
   *[other] { $why }
}
console-mend-hint = يُبلَّغ { $partner } بالسبب. ويبقى ذلك في السجل نهائيًا.
console-mend-now-correct = الإفصاح من جديد
console-mend-now-recall = سحب
console-versions = النسخ النافذة
console-versions-go = النسخ والإشعارات
console-versions-number = النسخة
console-versions-since = نافذة منذ
console-versions-now = نافذة الآن
console-versions-show = عرضها كما كانت
console-versions-none = لم يوقّع الطرفان أي نسخة بعد.
console-versions-at = النافذ في يوم
console-versions-from = مقارنة النسخة
console-versions-to = بالنسخة
console-versions-then = النافذ في
console-versions-no-day = يُكتب اليوم سنةً فشهرًا فيومًا تفصل بينها شُرَط.
console-versions-nothing-then = لم تكن أي نسخة نافذة في ذلك اليوم.
console-versions-step = ما تغيّر بالانتقال
console-version-texts = النصوص الموقعة:
console-notices = الإشعارات وأوامر الوقف
console-notices-none = لم يُوجَّه أي إشعار.
console-notices-ends = بموجب إشعار تم تسلّمه ينتهي هذا الاتفاق في
console-notices-no-role = لا يوجّه الإشعار إلا معتمِد؛ ويأمر بالوقف معتمِد أو مشغّل.
console-notices-as = يتم ذلك باسم { $office }.
console-notice-kind = { $kind ->
    [termination] إشعار بالإنهاء
    [freeze] لم يعد سجل الطرف الآخر متابَعًا
    [thaw] عادت متابعة سجل الطرف الآخر
   *[unread] غير مقروء
}
console-notice-received = تاريخ التسلّم
console-notice-not-received = لم يُتسلَّم بعد
console-notice-ends = يسري في
console-notice-open = توجيه إشعار بالإنهاء …
console-notice-acknowledge-open = تأكيد التسلّم …
console-stop-release = إفصاحاتنا
console-stop-partner = سجل { $partner }
console-stop-none = لا شيء موقوف.
console-stop-stands = موقوف منذ
console-stop-open = وقف فوري …
console-stop-lift-open = رفع الوقف …
console-stop-why = { $why ->
    [key_lost] فُقد مفتاح
    [key_stolen] سُرق مفتاح
    [record_contradicts_itself] السجل يناقض نفسه
    [restored_from_copy] استُعيد من نسخة
    [change_of_administration] تغيّر الإدارة
   *[other] { $why }
}
console-notices-act-stop = وقف فوري
console-notices-act-stop-lead = يسري الوقف على هذه العقدة بمجرد الضغط على الزر. ولا يضيع شيء مما وُقّع، ويمكن رفع الوقف.
console-notices-act-stop-now = وقف
console-notices-act-lift = رفع وقف
console-notices-act-lift-lead = يُستأنف ما أُوقف من حيث كان.
console-notices-act-lift-now = رفع الوقف
console-notices-act-terminate = إشعار بالإنهاء
console-notices-act-terminate-lead = يُبلَّغ { $partner } في السجل نهائيًا. وتسري مهلة الاتفاق من يوم تأكيد { $partner } التسلّم.
console-notices-act-terminate-now = توجيه الإشعار
console-notices-act-acknowledge = إيصال عن إشعار
console-notices-act-acknowledge-lead = تسري مهلة الإشعار من هذا الإيصال، وهو يبقى في السجل نهائيًا.
console-notices-act-acknowledge-now = تأكيد التسلّم
console-receipts = الإيصالات
console-receipts-own = سجلنا لدى { $partner }
console-receipts-partner = سجل { $partner } لدينا
console-receipts-held = القيود المحفوظة:
console-receipts-given = أُعطي الإيصال
console-receipts-verified = تحقق منه هذا المتصفح
console-receipts-none = لا إيصال بعد.
console-receipts-where = يقع الإيصال تحت نسخة { $partner } من سجلنا لا تحت نسختنا: هناك يجده الأمر «comity ledger verify»، ولذلك يظهر هنا مع المفتاح الذي أعطاه.
console-contradictions = ما يناقض السجل
console-contradictions-none = لم يناقض السجلَ شيء.
console-contradictions-no-role = يطّلع على هذا مدقق أو معتمِد أو مشغّل.
console-contradiction-file = { $part ->
    [pinned] الرأس الذي كان موثوقًا
    [offered] الرأس الذي عُرض
    [altered] الملف الذي لا يطابق
   *[other] { $part }
}
# An amendment and a decision while they are written; what a second office approves.
console-amend-open = صياغة تعديل
console-amend-back = العودة إلى المواد
console-amend-this = تعديل هذه المادة
console-amend-title = تعديل جديد
console-amend-title-kept = مسودة تعديل
console-amend-lead = تُحفظ على عقدتنا. لا يراها { $partner } إلا بعد طرحها، ولا تُلزم أحدًا قبل توقيع الطرفين.
console-amend-name = عنوان التعديل
console-amend-in-force = نافذ من
console-amend-day-hint = يوم، مثل
console-amend-open-hint = آخر يوم (UTC) يجوز فيه التوقيع؛ وإن تُرك فارغًا بقي مفتوحًا.
console-amend-draft = اسم المسودة
console-amend-draft-hint = حروف لاتينية صغيرة وأرقام وشرطات.
console-amend-article = المادة المراد تعديلها
console-amend-article-hint = قد يغيّر التعديل الواحد عدة مواد.
console-amend-leave = إبقاء هذه المادة كما هي
console-amend-text = النص، وهو متساوي الحجية في كل لغة
console-amend-fault-empty = هذا النص ناقص.
console-amend-fault-heading = السطر الذي يبدأ بـ ## يفتح مادة أخرى.
console-amend-fault-too_long = هذا النص أطول من اللازم.
console-amend-doubt-numbers = الأرقام ليست واحدة في كل اللغات.
console-amend-doubt-same_languages = لم تتغيّر كل اللغات: النصوص الثلاثة متساوية الحجية.
console-amend-rule-hint = رقم مع وحدته:
console-amend-keep = حفظ المسودة
console-amend-no-role = لا يكتب النصوص ويطرحها إلا مُحرِّر.
console-amend-not-whole = لا يزال ينقص: عنوان بكل لغة، ويوم، وشيء يتغيّر.
console-amend-changed = تغيّرت الاستمارة منذ حفظ المسودة: احفظوها من جديد لرؤية ما تغيّره.
console-amend-read = قرأت ما تغيّره.
console-amend-table = طرحه على { $partner }
console-amend-table-hint = متى طُرح قُيّد في السجل وقرأه { $partner }. والتوقيع عليه فعل مستقل.
console-decide-open = صياغة قرار
console-decide-this = صياغة القرار الذي يبدأ العمل بها
console-decide-title = قرار فريق عمل
console-decide-lead = يبدأ به العمل بمادة تنتظره متى وقّعه الطرفان.
console-decide-article = المادة التي يبدأ العمل بها
console-decide-id = اسم القرار
console-decide-name = عنوان القرار
console-decide-text = ما تقرر
console-draft-unknown = لم تعد هناك مسودة بهذا الاسم: طُرحت أو تُخلّي عنها.
console-differs-text = نص المادة { $article }
console-versions-today = العودة إلى النافذ الآن
console-approved-by-us = وافق عليه مكتبنا؛ ويلزم أن يوافق مكتب آخر.
console-approval-look = القراءة ثم الموافقة
console-approval-kept = حُفظت موافقتكم. ولم يخرج شيء بعد.
console-approval-no-role = لا يوافق إلا معتمِد.
console-moved-erased = مُحي في
console-rule-field = { $field ->
    [approve] من يوافق
    [delay_s] يخرج بعد كم
    [time_bucket_s] تُقرَّب الأوقات إلى
    [grid_mdeg] تُقرَّب المواقع إلى
    [keep_for_s] يُحفظ على الأكثر
   *[other] { $field }
}
console-rule-approve = { $approve ->
    [auto] لا أحد
    [one-officer] مكتب واحد
    [two-officers] مكتبان
   *[other] { $approve }
}
console-remembered-rolled_back = تعرض العقدة سجلًا أقدم مما تحقق منه هذا المتصفح من قبل. وهي غير مصدَّقة.
console-remembered-forked = تعرض العقدة سجلًا غير الذي تحقق منه هذا المتصفح من قبل. وهي غير مصدَّقة.
console-remembered-other_keys = السجل موقَّع بمفتاح غير السابق. قارنوه بملحق المفاتيح الذي وقّعه الطرفان.
console-remembered-before = المتحقق منه سابقًا
console-remembered-now = المعروض الآن
console-remembered-take = أخذ الرأسين دليلًا
console-remembered-annex = فتح ملحق المفاتيح
console-remembered-accept = قارنتُ: اعتماد المفتاح الجديد
console-remembered-replaced-partner = استُبدل مفتاح { $partner } في { $when }: وقّع المفتاحان القديم والجديد معًا.
console-remembered-replaced-own = استُبدل مفتاحنا في { $when }: وقّع المفتاحان القديم والجديد معًا.
## end of console

## console cooperation
console-coop-sections = صفحات التعاون
console-coop-section-groups = أفرقة العمل
console-coop-section-meetings = الاجتماعات
console-coop-section-decisions = القرارات
console-coop-section-actions = الإجراءات
console-coop-section-documents = الوثائق
console-coop-level-national = لنا وحدنا
console-coop-level-bilateral = الطرفان
console-coop-level-public = علني
console-coop-level-national-means = وطني: يبقى عندنا ولا يدخل في أي تصرف.
console-coop-level-bilateral-means = ثنائي: يقرؤه الطرفان ولا أحد غيرهما.
console-coop-level-public-means = علني: يجوز للجميع قراءته متى وقّعه الطرفان.
console-coop-withheld = محجوب عن الجمهور: { $field }
console-coop-withheld-by = بموجب القرار
console-coop-withheld-until = علني ابتداءً من
console-coop-withheld-for-good = لم يُحدَّد يوم لنشره
console-coop-binds = نص ذو حجية
console-coop-translation = ترجمة غير ملزمة
console-coop-no-text = النص بهذه اللغة ناقص.
console-coop-yes = نعم
console-coop-no = لا
console-coop-nothing = لا شيء
console-coop-open-record = فتح السجل
console-coop-act-sets = يحدد:
console-coop-act-sets-nothing = يغيّر الحالة فقط؛ وتبقى جميع الحقول كما هي.
console-coop-waits-us = توقيع واحد من اثنين، وينقص توقيعنا
console-coop-waits-partner = توقيع واحد من اثنين، ولم يوقّع { $partner } بعد
console-coop-until = حتى
console-coop-waits-nobody = مطروح ولم يوقّعه أحد بعد
console-coop-on-the-table = مطروح للتوقيع
console-coop-one-is-pending = لا يتغير شيء ما لم يوقّع الطرفان النص نفسه.
console-coop-not-signed = لم يوقّع بعد
console-coop-by-one = صدر عن { $party }
console-coop-by-both = وقّعه الطرفان باقتراح من { $party }
console-coop-history = ما تم
console-coop-history-none = لم يتم شيء بعد.
console-coop-not-counted = مكتوب ولم يُحتسب
console-coop-since = منذ
console-coop-late = متأخر
console-coop-not-receipted = لم يصل إيصال الشريك بعد
console-coop-title-three = العنوان باللغات الثلاث
console-coop-owner = المسؤول عنه
console-coop-due = الأجل
console-coop-clauses = السند
console-coop-version = النسخة
console-coop-hash-hint = لا تُكتب إلا بصمة الملف؛ ويبقى الملف على هذا الجهاز.
console-coop-such-as = مثلًا
console-coop-moves = ما يمكن فعله الآن
console-coop-needs-both = يلزم توقيع الطرفين
console-coop-needs-one = يكفي طرف واحد
console-coop-not-ours = يعود إلى { $partner }
console-coop-need-met = متوفر
console-coop-need-missing = ناقص
console-coop-another-waits = هناك نص آخر بشأن هذا السجل مطروح من قبل.
console-coop-table-sign = طرح وتوقيع: { $move }
console-coop-make = تنفيذ: { $move }
console-coop-leave = ترك
console-coop-table-hint = يُطرح النص ليقرأه { $partner }؛ ويسري متى وقّعه الطرفان.
console-coop-make-hint = يبقى في سجلنا نهائيًا ويقرؤه { $partner }.
console-coop-no-role = يجوز لمكتبكم قراءة هذا؛ يكتبه محرِّر ويوقّعه مُعتمِد.
console-coop-national = ما نحتفظ به عندنا
console-coop-national-means = لا يقرؤه { $partner } أبدًا: لا يرد في أي تصرف ولا ورقة ولا تبادل.
console-coop-national-keep = حفظ عندنا
console-coop-national-write = كتابة ملاحظة خاصة بنا
console-coop-waiting-for-us = { $count ->
    [one] نص واحد بانتظار توقيعنا
    [two] نصان بانتظار توقيعنا
    [few] { $count } نصوص بانتظار توقيعنا
    [many] { $count } نصًا بانتظار توقيعنا
   *[other] { $count } نص بانتظار توقيعنا
    }
console-coop-field = { $field ->
    [title] العنوان
    [text] النص
    [terms] الاختصاصات
    [domains] المجالات
    [domain] المجال
    [co_chairs] الرئاسة المشتركة
    [cadence] وتيرة الاجتماعات
    [group] فريق العمل
    [number] الرقم
    [starts_ms] البداية
    [ends_ms] النهاية
    [time_zone] المنطقة الزمنية
    [place] المكان
    [agenda] جدول الأعمال
    [delegations] الوفود حسب المكاتب
    [minutes] المحضر
    [review_ms] المراجعة في
    [expires_ms] ينتهي في
    [from_meeting] من الاجتماع
    [from_decision] من القرار
    [effects] الآثار
    [due_ms] الأجل
    [depends_on] يتوقف على
    [proof] الإثبات
    [initiative] المبادرة
    [template] النموذج
    [template_hash] بصمة النموذج
    [roles] الأدوار
    [next_review_ms] المراجعة القادمة
    [value] القيمة
    [items] الطلبية
    [milestones] المراحل
    [indicators] المؤشرات
    [details] التفاصيل
    [flow_kind] نوع التدفق
    [from_party] من
    [to_party] إلى
    [planned_ms] مقرر في
    [amount] المبلغ
    [item] بند الطلبية
    [quantity] الكمية
    [unit] الوحدة
    [actual_ms] تم في
    [evidence] المستند المثبت
    [check_kind] نوع الفحص
    [scope] النطاق
    [host_party] المضيف
    [done_ms] أُنجز في
    [finding] المعاينة
    [waived_why] سبب التنازل
    [corrective_actions] إجراءات التصحيح
    [document_kind] نوع الوثيقة
    [about] بشأن
    [on] بتاريخ
    [renditions] الملفات حسب اللغة
    [owner_party] الطرف المسؤول
    [owner_office] المكتب المسؤول
    [clause_refs] المواد
    [authentic] لغات النصوص ذات الحجية
    [level] من يجوز له قراءته
    [visibility] من يجوز له قراءة كل حقل
    [withheld] محجوب عن الجمهور
    [supersedes] يحل محل
    [release_rules] قواعد الإفصاح
    [brief] مذكرتنا التحضيرية
    [own_notes] ملاحظاتنا الخاصة
    [position] موقفنا
    [assignee] مكلّف به (مكتب)
    [cost] تكلفتنا
    [draft_notes] ملاحظات على المسودة
    [priorities] أولوياتنا
    [reservation_price] حدّنا من السعر
    [need_analysis] تحليلنا للحاجة
    [budget_line] بند الميزانية
    [bank_detail] البيانات المصرفية
    [storage_place] مكان التخزين
    [method_notes] ملاحظات على الطريقة
    [exact_place] المكان الدقيق
   *[other] { $field }
    }
console-coop-propose-lead = يقرؤه { $partner } فور اقتراحه. وما يُلزم الطرفين يحتاج إلى توقيعيهما.
console-coop-propose = اقتراحه على { $partner }
console-coop-id = اسم السجل
console-coop-not-whole = لا يزال ناقصًا: كل حقل بكل لغة مع أيامه.
console-coop-past = يُعرض يوم مضى: لا يمكن فعل شيء به.
console-coop-groups-none = لم يُقترح أي فريق عمل بعد.
console-coop-group-new = اقتراح فريق عمل
console-coop-offices-only = مكاتب، لا أسماء أشخاص أبدًا.
console-coop-next-meeting = الاجتماع القادم
console-coop-next-meeting-none = لا اجتماع مقرر.
console-coop-meeting-new = اقتراح اجتماع
console-coop-open-actions = إجراءات مفتوحة
console-coop-actions-none = لا إجراء مفتوح.
console-coop-decisions-in-force = قرارات نافذة
console-coop-decisions-none = لا قرار من هذا النوع.
console-coop-documents-none = لا وثيقة بعد.
console-coop-day = اليوم
console-coop-from = من الساعة
console-coop-to = إلى الساعة
console-coop-item = البند { $number }
console-coop-item-up = تقديم البند { $number }
console-coop-item-down = تأخير البند { $number }
console-coop-item-out = حذف البند { $number } من جدول الأعمال
console-coop-item-add = بند آخر
console-coop-one-a-line = واحد في كل سطر.
console-coop-minutes-take = المحضر بندًا بندًا
console-coop-minutes-keys = يُحفظ في هذا المتصفح أثناء الكتابة؛ وينتقل Ctrl مع Enter إلى النص التالي.
console-coop-minute-of = ما قيل في البند { $number }
console-coop-minutes-whole = الافتتاح والخلاصة
console-coop-minutes-again = إعادة تحرير المحضر
console-coop-missing = ناقص:
console-coop-record-decision = قرار من البند { $number }
console-coop-record-action = إجراء من البند { $number }
console-coop-from-item = يندرج تحت البند { $number }. يقرؤه { $partner } فور اقتراحه؛ وما يُلزم الطرفين يحتاج إلى توقيعيهما.
console-coop-meeting-lead = يُرسل اليوم وجدول الأعمال والمكان إلى { $partner } كاقتراح؛ ويُتفق على الاجتماع متى وقّع الطرفان.
console-coop-meeting-number = سيكون رقمه
console-coop-meetings-coming = قادمة وجارية
console-coop-meetings-minutes = محاضر قيد الإنجاز
console-coop-meetings-past = منتهية
console-coop-meetings-none = لا اجتماع هنا.
console-coop-when = الموعد
console-coop-outcome = ما أسفر عنه
console-coop-show = أي القرارات
console-coop-show-force = نافذة
console-coop-show-waiting = قيد الانتظار
console-coop-show-review = مراجعة قريبة
console-coop-show-all = الكل
console-coop-decision-new = اقتراح قرار
console-coop-follows-from-it = ما يترتب عليه
console-coop-choose = اختاروا واحدًا لقراءته. وما لم يوقّعه { $partner } لا يُلزم أحدًا.
console-coop-make-of = { $move }: { $title }
console-coop-countersign = توقيع القبول
console-coop-both = الطرفان
console-coop-all = الكل
console-coop-only-late = المتأخر فقط
console-coop-action-new = اقتراح إجراء
console-coop-column-open = مفتوحة
console-coop-column-done_claimed = أُعلن إنجازها
console-coop-column-accepted = قبلها الطرفان
console-coop-column-none = لا شيء.
console-coop-document-new = اقتراح وثيقة
console-coop-papers = أوراق الاجتماعات والقرارات
console-coop-papers-lead = تُعدّ من السجل؛ والأصل الواحد ملف واحد على العقدتين.
console-coop-papers-none = لم يُتفق على أي ورقة بعد.
console-coop-paper-agenda = جدول الأعمال
console-coop-paper-minutes = المحضر
console-coop-paper-decision = القرار
console-coop-paper-holder = النسخة الأصلية: { $party }
console-coop-paper-get = { $paper }، النسخة الأصلية: { $party }، بصيغة { $ending }
console-coop-media = نوع الملف
console-coop-compared = المقارنة
console-coop-compare = مقارنة ملف لديكم
console-coop-same-file = هذا الملف بعينه
console-coop-other-file = ليس أيًا من الملفات أعلاه.
console-coop-file-choose = اختيار ملف …
console-coop-presenter = يقدمه (مكتب)
console-coop-outcome-none = لم ينتج عنه شيء بعد.
console-coop-file-none = لم يُختر أي ملف
console-coop-document-other = نوع آخر …
console-coop-document-word = الكلمة الدالة عليه
console-coop-renditions-none = لم يُسمَّ أي ملف بعد.
console-coop-effect = { $effect ->
    [open] يفتح
    [move] يدفع قُدمًا
    [adopt_template] يعتمد النموذج
    [release_rule] يحيط علمًا بقاعدة الإفصاح
   *[other] { $effect }
    }
### Cooperation: roadmap, initiatives, checks, calendar, contributions, public preview.
console-coop-section-roadmap = خارطة الطريق
console-coop-section-initiatives = المبادرات
console-coop-section-checks = الفحوص
console-coop-section-calendar = التقويم
console-coop-section-matrix = المساهمات
console-coop-section-public = العرض المسبق للصفحات العلنية
console-coop-plan-work = الأعمال
console-coop-plan-today = اليوم
console-coop-plan-steps = المراحل
console-coop-plan-steps-of = مراحل { $title }
console-coop-plan-reached = المراحل المبلوغة
console-coop-plan-from = من
console-coop-plan-until = إلى
console-coop-plan-after = بعد
console-coop-plan-meetings = الاجتماعات:
console-coop-plan-no-group = خارج الأفرقة
console-coop-plan-tip-day = { $title }، { $day }: { $standing }
console-coop-plan-tip-meeting = { $title }، { $day }
console-coop-plan-tip-span = { $title }، من { $from } إلى { $until }
console-coop-plan-standing-done = بُلغت
console-coop-plan-standing-open = لم تحن بعد
console-coop-plan-standing-unsaid = غير مقيد
console-coop-plan-standing-late = متأخرة
console-coop-plan-legend-open = جارٍ
console-coop-plan-legend-late = متأخر: مخطط، والكلمة بجانب اسمه
console-coop-plan-legend-done = منتهٍ
console-coop-plan-legend-step = مرحلة قادمة
console-coop-plan-legend-step-done = مرحلة بُلغت
console-coop-plan-legend-step-late = مرحلة متأخرة
console-coop-plan-legend-meeting = اجتماع فريق
console-coop-plan-legend-after = يسبق
console-coop-plan-legend-against = أجله قبل أجل ما ينتظره
console-coop-plan-roadmap-lead = الأعمال: { $count }، والمتأخر منها: { $late }. يجري الزمن من اليسار إلى اليمين؛ افتحوا سطرًا لتروا مراحله.
console-coop-plan-roadmap-none = لا شيء مخطط هنا بعد: تظهر المبادرات والإجراءات مع أول اقتراح.
console-coop-plan-every-group = كل الأفرقة
console-coop-plan-every-kind = كل الأنواع
console-coop-plan-every-office = كل المكاتب
console-coop-plan-scale = المقياس
console-coop-plan-scale-all = الكل ظاهر
console-coop-plan-scale-months = بالأشهر
console-coop-plan-scale-weeks = بالأسابيع
console-coop-plan-with-over = مع ما انتهى
console-coop-plan-open-steps = فتح كل المراحل
console-coop-plan-close-steps = طي كل المراحل
console-coop-plan-picture = صورة
console-coop-plan-initiatives-lead = العقود والشراكات والتمارين والاستثمارات والحملات: قيمة كل منها، وما أكد الطرفان دفعه وتسليمه.
console-coop-plan-initiatives-none = لا توجد مبادرة بعد. تبدأ المبادرة باقتراح وفق نموذج معتمد.
console-coop-plan-initiative-new = اقتراح مبادرة
console-coop-plan-back = كل المبادرات
console-coop-plan-what = الموضوع
console-coop-plan-paid = المدفوع
console-coop-plan-delivered = المسلَّم
console-coop-plan-next = الموعد التالي
console-coop-plan-no-value = بلا قيمة متفق عليها
console-coop-plan-value = القيمة المتفق عليها
console-coop-plan-of = من
console-coop-plan-money = المال
console-coop-plan-money-paid = مدفوع أكده الطرفان
console-coop-plan-money-claimed = أُعلن دفعه ولم يؤكد
console-coop-plan-money-left = الباقي للدفع
console-coop-plan-compare = مقارنة العروض:
console-coop-plan-currencies = هذه العروض بعملات عدة: لا يقارن كل منها إلا بما كان بعملته.
console-coop-plan-lowest = الأدنى بعملته
console-coop-plan-above = { $percent } فوق الأدنى
console-coop-plan-alone = لا عرض آخر بهذه العملة
console-coop-plan-between = من، إلى
console-coop-plan-how-much = المقدار
console-coop-plan-flows = المدفوعات والتسليمات والمساهمات
console-coop-plan-flows-none = لم يُخطط لأي تدفق بعد.
console-coop-plan-flow-new = تخطيط دفعة أو تسليم أو مساهمة
console-coop-plan-in-kind = ليس مالا: ساعات أو قطع أو مقاعد
console-coop-plan-items = الطلبية
console-coop-plan-ordered = المطلوب في الطلبية
console-coop-plan-said-delivered = أُعلن تسليمه
console-coop-plan-share = النسبة
console-coop-plan-sum = مجموع
console-coop-plan-delivered-of = المسلَّم من { $title }
console-coop-plan-baseline = نقطة الانطلاق
console-coop-plan-target = الهدف
console-coop-plan-measured = المقيس
console-coop-plan-terms = الشروط
console-coop-plan-notice-done = تم
console-coop-plan-notice-not-required = غير لازم
console-coop-plan-no-checks = لا فحص مقرر.
console-coop-plan-no-actions = لا إجراء ناتج عنها.
console-coop-plan-no-documents = لا وثيقة تتعلق بها.
console-coop-plan-draft = ما تحدده الخطوة التالية
console-coop-plan-drafted = · حقول محررة: { $count }
console-coop-plan-draft-lead = ما يُكتب هنا يذهب مع الخطوة أدناه التي يجوز لها تحديده دون غيرها. لا يخرج شيء قبل تلك الخطوة.
console-coop-plan-line-number = البند { $number }
console-coop-plan-step-number = المرحلة { $number }
console-coop-plan-category = الفئة
console-coop-plan-take-out = إزالة
console-coop-plan-add-item = بند آخر
console-coop-plan-add-step = مرحلة أخرى
console-coop-plan-reached-on = بُلغت في
console-coop-plan-not-whole = لم يكتمل بعد:
console-coop-plan-no-template = لم يُعتمد أي نموذج بعد: يوقع الطرفان قرارا باعتماد نموذج.
console-coop-plan-not-adopted = نماذج متاحة لم يعتمدها أي قرار
console-coop-plan-not-adopted-lead = يبدأ العمل بالنموذج بقرار من الطرفين أثره اعتماد النموذج.
console-coop-plan-checks-lead = يمضي كل فحص من تخطيطه وإبلاغ المضيف به إلى ما وُجد وأغلقه الطرفان.
console-coop-plan-checks-none = لا فحص بهذا الاختيار.
console-coop-plan-check-new = تخطيط فحص
console-coop-plan-check-kind = نوع الفحص
console-coop-plan-check-choose = اختاروا فحصًا أو خططوا لفحص.
console-coop-plan-corrections = إجراءات التصحيح
console-coop-plan-choose = اختيار
console-coop-plan-show = عرض
console-coop-plan-show-open = المفتوحة
console-coop-plan-show-late = المتأخرة
console-coop-plan-show-all = الكل
console-coop-plan-step-past = مضى
console-coop-plan-step-now = المرحلة الحالية
console-coop-plan-step-ahead = قادم
console-coop-plan-step-skipped = تُجووزت
console-coop-plan-calendar-lead = المواعيد: { $count }، والمتأخر منها: { $late }. يرى الطرفان الأيام نفسها بالتوقيت العالمي.
console-coop-plan-calendar-none = لا مواعيد مستحقة.
console-coop-plan-shown-as = العرض على شكل
console-coop-plan-as-month = شهر
console-coop-plan-as-list = قائمة
console-coop-plan-month-before = الشهر السابق
console-coop-plan-month-after = الشهر التالي
console-coop-plan-more = { $count ->
        [zero] لا غيرها
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $count } أخرى
        [many] و{ $count } أخرى
       *[other] و{ $count } أخرى
    }
console-coop-plan-due-starts = اجتماع
console-coop-plan-due-review = مراجعة
console-coop-plan-due-expires = انتهاء المدة
console-coop-plan-due-due = أجل إجراء
console-coop-plan-due-planned = مقرر
console-coop-plan-due-state = ينتظر متابعة
console-coop-plan-due-milestone = مرحلة
console-coop-plan-subscribe = الاشتراك
console-coop-plan-subscribe-lead = برنامج التقويم الذي يُعطى عنوانا خاصا به يطلب المواعيد من هذه العقدة بنفسه، للفريق والمكتب المختارين أعلاه.
console-coop-plan-copy = نسخ العنوان
console-coop-plan-copied = نُسخ
console-coop-plan-subscribe-make = إنشاء عنوان
console-coop-plan-subscribe-once = يُعرض العنوان مرة واحدة. من يملكه يقرأ هذه المواعيد دون غيرها إلى أن تنهوه.
console-coop-plan-subscribed = العناوين المستعملة
console-coop-plan-subscribed-all = كل مواعيد الاتفاق
console-coop-plan-subscribe-end = إنهاء
console-coop-plan-ics = ملف (.ics)
console-coop-plan-matrix-lead = من يقدم ماذا إلى كل مجال، كما أكده الطرفان. لا يُجمع المال والساعات في رقم واحد.
console-coop-plan-matrix-foot = محسوب من المدفوعات والتسليمات والمساهمات المؤكدة وحدها، وهو نفسه على العقدتين.
console-coop-plan-nothing-yet = لا شيء مؤكد
console-coop-plan-in-all = في كل المجالات
console-coop-plan-public-lead = ما يجوز للجميع قراءته كما وقعه الطرفان، ومن كل سجل ما يبقى بينهما ولماذا.
console-coop-plan-public-open = الصفحات العلنية: { $language }
console-coop-plan-public-count = السجلات العلنية
console-coop-plan-withheld-count = الحقول المحجوبة بسبب معلن
console-coop-plan-public-public = ما هو علني
console-coop-plan-public-withheld = ما هو محجوب
console-coop-plan-public-all = كل السجلات
console-coop-plan-public-none = لا شيء بهذا الاختيار.
console-coop-plan-kind = النوع
console-coop-plan-closed-bilateral = يقرؤه الطرفان دون الجمهور: لم يجعله أحد علنيًا.
console-coop-plan-closed-unsigned = هو موجه إلى الجمهور، ويقرؤه متى وقّعه الطرفان.
console-coop-plan-everybody = يقرأ الجميع
console-coop-plan-both-only = الطرفان فقط
### end of plans
console-coop-begins = بتاريخ
console-coop-report = التقرير السنوي { $year }
console-coop-propose-kind = اقتراح: { $kind }
console-coop-every-d = { $count ->
    [one] كل يوم
    [two] كل يومين
    [few] كل { $count } أيام
    [many] كل { $count } يومًا
   *[other] كل { $count } يوم
    }
console-coop-every-m = { $count ->
    [one] كل شهر
    [two] كل شهرين
    [few] كل { $count } أشهر
    [many] كل { $count } شهرًا
   *[other] كل { $count } شهر
    }
console-coop-every-y = { $count ->
    [one] كل سنة
    [two] كل سنتين
    [few] كل { $count } سنوات
    [many] كل { $count } سنة
   *[other] كل { $count } سنة
    }
### الشاشة: التسليم

console-handover-lead = ما تتسلمه إدارة جديدة الآن: ما هو مفتوح، كلٌّ مع مكتبه ويومه، ثم كل ما هو نافذ.
console-handover-at = كما هو في
console-handover-open = المفتوح
console-handover-open-count = { $count ->
    [zero] لا شيء مفتوح
    [one] أمر واحد مفتوح
    [two] أمران مفتوحان
    [few] { $count } أمور مفتوحة
    [many] { $count } أمرًا مفتوحًا
   *[other] { $count } أمر مفتوح
}
console-handover-without-owner = { $count ->
    [zero] لكل أمر مكتب
    [one] أمر واحد بلا مكتب
    [two] أمران بلا مكتب
    [few] { $count } أمور بلا مكتب
    [many] { $count } أمرًا بلا مكتب
   *[other] { $count } أمر بلا مكتب
}
console-handover-what = الأمر
console-handover-office = المكتب المسؤول
console-handover-owed = على من
console-handover-nobody = لا أحد
console-handover-before = سابقًا:
console-handover-nothing-open = لا شيء مفتوح.
console-handover-in-force = النافذ
console-handover-nothing-in-force = لا شيء نافذ بعد.
console-handover-kind = { $kind ->
    [notice] الإشعارات
    [text] نصوص للتوقيع
    [approval] إفصاحات للموافقة عليها
    [request] الأسئلة
    [case] الحوادث
    [meeting] الاجتماعات
    [action] الإجراءات
    [check] الفحوص
    [flow] المدفوعات والتسليمات والمساهمات
    [initiative] المبادرات
    [decision] قرارات الأفرقة
    [document] الوثائق
    [group] أفرقة العمل
    [domain] المجالات
    [agreement] الاتفاق
    [keys] ملحق المفاتيح
    [articles] قرارات بشأن المواد
   *[other] { $kind }
}

### الشاشة: الجداول السنوية لنقل الأسلحة والأختام

console-coop-section-registers = النقل
console-coop-register-lead = ما يصرّح به كل طرف من تسليمات السنة، جنبًا إلى جنب. يقول الجدولان الشيء نفسه قبل أن يصرّح أي طرف.
console-coop-register-year = السنة
console-coop-register-form = الجدول
console-coop-register-form-of = { $form ->
    [un_register] سجل الأمم المتحدة
    [arms_trade_treaty] معاهدة تجارة الأسلحة
   *[other] { $form }
}
console-coop-register-empty = لا يرد أي تسليم من هذه السنة في أي من الجدولين.
console-coop-register-reconciled = { $count ->
    [one] يقول الجدولان الشيء نفسه، في سطر واحد.
    [two] يقول الجدولان الشيء نفسه، في سطرين.
    [few] يقول الجدولان الشيء نفسه، في { $count } أسطر.
    [many] يقول الجدولان الشيء نفسه، في { $count } سطرًا.
   *[other] يقول الجدولان الشيء نفسه، في { $count } سطر.
}
console-coop-register-differing = { $count ->
    [one] سطر واحد مختلف: يُصحَّح قبل أن يصرّح أي طرف.
    [two] سطران مختلفان: يُصحَّحان قبل أن يصرّح أي طرف.
    [few] { $count } أسطر مختلفة: تُصحَّح قبل أن يصرّح أي طرف.
    [many] { $count } سطرًا مختلفًا: تُصحَّح قبل أن يصرّح أي طرف.
   *[other] { $count } سطر مختلف: تُصحَّح قبل أن يصرّح أي طرف.
}
console-coop-register-category = الفئة
console-coop-register-origin = بلد الصنع
console-coop-register-exported = المصدَّر
console-coop-register-imported = المستورد
console-coop-register-same = متطابق
console-coop-register-other = مختلف
console-coop-register-compared-csv = الجدولان جنبًا إلى جنب (.csv)
console-coop-register-table-of = جدول { $party }
console-coop-register-direction = الاتجاه
console-coop-register-way = { $way ->
    [export] تصدير
    [import] استيراد
   *[other] { $way }
}
console-coop-register-state = الدولة الأخرى
console-coop-register-number = العدد
console-coop-register-remarks = ملاحظات
console-coop-register-withheld = محجوب عن الجمهور الآن
console-coop-register-none-of = لا يصرّح بأي سطر.
console-coop-register-left-out = { $count ->
    [one] تسليم واحد لا يدخل في أي فئة من هذا الجدول.
    [two] تسليمان لا يدخلان في أي فئة من هذا الجدول.
    [few] { $count } تسليمات لا تدخل في أي فئة من هذا الجدول.
    [many] { $count } تسليمًا لا يدخل في أي فئة من هذا الجدول.
   *[other] { $count } تسليم لا يدخل في أي فئة من هذا الجدول.
}
console-coop-register-kept-back = حُجبت أسطر عن الجمهور.
console-coop-register-csv = هذا الجدول (.csv)
console-coop-seals = ختما الطرفين في الملف
console-coop-seals-lead = تختم عقدة أحد الطرفين الملف، ثم يختم الآخر بعدها. ومن لديه مفاتيح الطرفين يتحقق منه بلا أي عقدة.
console-coop-seals-holder = أي نسخة أصلية
console-coop-seals-file = ملف ختمه { $partner } أو ملف للتحقق منه
console-coop-seals-make = الختم أولًا
console-coop-seals-behind = الختم بعد { $partner }
console-coop-seals-check = التحقق من الأختام
console-coop-seals-both = ختمه الطرفان.
console-coop-seals-one = ختمه طرف واحد: ينقص ختم الآخر.
console-coop-seals-save = حفظ الملف المختوم

## end of console cooperation

### cooperation-node
cli-handover-record = سجل تعاون
cli-cooperation-written = كُتب: { $file }، { $bytes } بايت.
cli-cooperation-imported = قُرئ { $file } كاملًا: { $count } من السجلات.
cli-cooperation-left-out = لم يُؤخذ: { $name }، { $count } من المرات
cli-cooperation-check-not-counted = { $key }: { $move } لم يغيّر شيئًا. { $what }
cli-cooperation-check-sum = { $key }: مبالغه وكمياته ليست ما في مدفوعاته وعمليات تسليمه.
cli-cooperation-check-clause = { $key } مفتوح ويستشهد بالمادة { $clause } غير النافذة حاليًا.
cli-cooperation-checked = { $records } من السجلات من { $acts } من التصرفات؛ وما لم يغيّر شيئًا منها عدده { $idle }.
cooperation-paper-results = الخلاصات
cooperation-paper-effect = { $kind ->
    [open] يفتح: { $subject }
    [move] يدفع قُدمًا: { $subject }
    [adopt_template] يعتمد النموذج: { $subject }
    [release_rule] يحيط علمًا بقاعدة الإفصاح: { $subject }
   *[other] { $subject }
}
node-no_such_paper =
    .what = لا توجد ورقة { $paper } لسجل { $record }.
    .why = من هذا النوع من السجلات، أو قبل أن يبلغ هذه المرحلة، لا تُعدّ ورقة كهذه؛ والأوراق هي: { $known }
    .remedy = اختاروا إحداها، أو أوصلوا السجل إلى تلك المرحلة أولًا
node-paper_not_signed =
    .what = لا تُعدّ ورقة { $paper } لسجل { $record }: لم يوقعها الطرفان معًا.
    .why = تُظهر النسخة الأصلية ما وقّعه الطرفان، وهي إلى الآن تقول ما قد يكون كتبه طرف واحد بمفرده
    .remedy = ليوقّعها الطرفان، ثم اطلبوا الورقة من جديد
node-no_such_subscription =
    .what = لا يوجد تقويم رقمه { $number } يقرؤه برنامج.
    .why = أُنهي، أو لم يُنشأ قط
    .remedy = راجعوا قائمة الاشتراكات
cli-cooperation-none = لا يوجد أي سجل بعد.
cli-cooperation-line = { $key } – { $title }: { $state }، { $party }{ $late ->
    [late] ، متأخر
   *[no] {""}
}{ $waits ->
    [yes] ؛ { $waiting }: وقّعه { $by } وينتظر الطرف الآخر
   *[no] {""}
}{ $receipted ->
    [yes] {""}
   *[no] ؛ لم يؤكد الشريك استلامه بعد
}
cli-cooperation-past = { $moment } { $move }، { $party } ({ $offices })
cli-cooperation-move-both = ممكن: { $move } ({ $name })، يوقّع الطرفان، ثم { $state }
cli-cooperation-move-one = ممكن: { $move } ({ $name })، ثم { $state }
cli-cooperation-need = يلزم أولًا: { $need }
cli-cooperation-not-counted = لم يغيّر شيئًا: { $move }. { $what }
cli-cooperation-template = { $id } – { $title }، اعتُمد بموجب: { $decision }، { $hash }
cli-which_agreement =
    .what = لدى العقدة { $count } من الاتفاقات.
    .why = لا يذكر الأمر أيها المقصود: { $held }
    .remedy = سمّوه بواسطة --agreement
cli-not_json =
    .what = الملف { $file } ليس بصيغة JSON.
    .why = تتوقف قراءته عند: { $reason }
    .remedy = أصلحوه في ذلك الموضع
node-awaiting-move = { $move } – { $kind } «{ $title }». بعد توقيع الطرفين تصبح حالته: { $state }.
cooperation-need = { $form ->
    [field] يذكر السجل: { $name }
    [value] { $name }: «{ $value }»
    [document] نهائية ومودعة مع السجل: { $name }
    [signed] موقَّعة من الطرفين ومودعة مع السجل: { $name }
    [payment_first] أُكدت دفعة أولى
    [payment_settled] لا دفعة معلقة
    [payment_all] دُفعت القيمة كلها
    [delivery_first] أُكد تسليم أول
    [delivery_all] سُلّم كل ما طُلب
    [check] فحص أُغلق: { $name }
    [clause_cited] كل بند مستشهَد به نافذ
    [clause_own] استُشهد ببند خاص بهذا النوع من المبادرات
    [clause] استُشهد ببند من هذه الطبيعة: { $name }
    [indicator_all] قيس كل مؤشر
    [indicator] قيس هذا المؤشر: { $name }
    [elapsed_D] { $count ->
        [one] مضى يوم منذ حالة «{ $name }»
        [two] مضى يومان منذ حالة «{ $name }»
        [few] مضت { $count } أيام منذ حالة «{ $name }»
       [many] مضى { $count } يومًا منذ حالة «{ $name }»
       *[other] مضى { $count } يوم منذ حالة «{ $name }»
    }
    [elapsed_M] { $count ->
        [one] مضى شهر منذ حالة «{ $name }»
        [two] مضى شهران منذ حالة «{ $name }»
        [few] مضت { $count } أشهر منذ حالة «{ $name }»
       [many] مضى { $count } شهرًا منذ حالة «{ $name }»
       *[other] مضى { $count } شهر منذ حالة «{ $name }»
    }
    [elapsed_Y] { $count ->
        [one] مضت سنة منذ حالة «{ $name }»
        [two] مضت سنتان منذ حالة «{ $name }»
        [few] مضت { $count } سنوات منذ حالة «{ $name }»
       [many] مضت { $count } سنة منذ حالة «{ $name }»
       *[other] مضت { $count } سنة منذ حالة «{ $name }»
    }
    [day] حلّ اليوم: { $name }
   *[other] { $form }: { $name }
}
node-given_too_often =
    .what = لم يُكتب شيء: لن تُحتسب وثيقة أخرى بالمخطط { $schema } في سجلنا.
    .why = تُحتسب من كل سجل أول { $most } وثيقة، حتى لا يُغرق أي طرف الطرف الآخر بها
    .remedy = تابعوا بما قُدِّم؛ السجلات نفسها غير معنية
node-text_expired =
    .what = لم تُوقَّع الخطوة { $move } بشأن { $record }: كان نصّها مفتوحًا حتى { $day }.
    .why = التوقيع بعد ذلك اليوم لا يغيّر شيئًا
    .remedy = قوموا بالخطوة من جديد، وحدّدوا يومًا لاحقًا
node-cannot_count =
    .what = لا يمكن أن تُحتسب الخطوة { $move } بشأن { $record }: أُجيب عن هذه النسخة من النصّ بجواب آخر.
    .why = يجيب كل طرف عن النسخة مرة واحدة، ويحتاج النصّ إلى الجواب نفسه من الطرفين
    .remedy = وقّعوا نصًّا آخر أو ارفضوا هذه النسخة؛ عندها تُفتح نسخة جديدة
node-text_waits =
    .what = لم تُطرح الخطوة { $move }: الخطوة { $waiting } بشأن { $record } تنتظر توقيعًا.
    .why = لا يُوقَّع على السجل الواحد إلا نصّ واحد في كل مرة، وقد طرحت { $office } ذلك النصّ من قبل
    .remedy = اقرؤوه ووقّعوه، أو ارفضوه؛ ثم قوموا بالخطوة
node-no_such_record =
    .what = لا يوجد سجل { $record }.
    .why = لا يحتوي سجل أيّ من الطرفين، بقدر ما وصل منه إلى هنا، على اقتراح بهذا الاسم
    .remedy = تحققوا من نوعه واسمه في القائمة، أو اقترحوه
node-field_not_national =
    .what = لم يُحفظ شيء: { $fields } ليس لنا وحدنا.
    .why = ما هو وطني وحده يبقى لدينا؛ وكل ما عداه يُقال في تصرف يقرؤه الشريك
    .remedy = قوموا بخطوة في السجل تحدّده

### العرض: السنة الأولى للأفرقة

demo-beside = إلى جانب المذكرة توقّع العقدتان «{ $title }» (المعادن ومراكز البيانات والسياحة): متفق عليه من الطرفين. { $hash }
demo-talks-proposed = { $party } تقترح اجتماعًا يوم { $day } في { $place }: { $title }
demo-minutes-say = المحضر بثلاث لغات تحت توقيع واحد لكل طرف: «{ $minutes }»
demo-group-set-up = { $party } تقترح: { $title }
demo-step-one = { $party } · { $move }: يكفي طرف واحد، القيد { $index } من سجلها.
demo-step-both = { $party } · { $move }: طُرح ثم وقّعه الطرفان (الجزائر القيد { $dz }، الولايات المتحدة القيد { $us }): متفق عليه من الطرفين.
demo-year-lived = عاشت العقدتان السنة الأولى: عدد التصرفات { $acts } وعدد التوقيعات { $signatures } في { $looks } من جولات التبادل، خلال { $seconds } ثانية. كل تصرف محسوب، والعقدتان تُظهران السجلات نفسها وعددها { $records }، وينتظر منها توقيعًا ثانيًا { $waiting }.
demo-next-step = الخطوة التالية: { $title } ({ $office })، الأجل { $due }: { $state }
demo-next-step-late = متأخر: { $title } ({ $office })، كان أجله { $due }: { $state }
demo-initiative = { $title } ({ $count ->
    [one] المادة
    [two] المادتان
   *[other] المواد
} { $articles })
demo-case-account = الحساب واحد في العقدتين: دُفع { $paid } من { $value }.
demo-case-delivered = سُلِّم { $delivered } من { $ordered }: { $item }
demo-case-withheld = يطّلع الجمهور على البنود والكميات وشريحة القيمة دون المبلغ: { $reason } وهذا قرار الطرفين ({ $decision })، ويُعلن في { $day }.
demo-case-too-early = { $party } تحاول إغلاق الملف اليوم. رُفض: { $reason } ولا يُغلق الملف إلا بعد اثني عشر شهرًا من اكتمال التوريدات والخدمات.
demo-partnership-stopped = { $party } تحاول بدء الشراكة الآن. رُفض: { $reason } ولم يُغلق بعد أي فحص للتصدير.
demo-offer = { $title }: القدرة { $capacity } ميغاواط بقيمة { $value }، أي { $cost } لكل ميغاواط.
demo-offer-cheaper = الكلفة الأدنى لكل ميغاواط: { $title }. الحالة: { $state }
demo-licence-paid = { $party } تدفع رسم الرخصة بموجب المادة { $article } إلى { $payee }: { $paid }، بتأكيد الطرفين.
demo-indicator = { $title }: الأساس { $baseline }، والقياس في { $day } هو { $measured } ({ $source })، والهدف { $target }.
demo-change-waits = { $party } · { $move }: توقيع واحد في انتظار الشريك، ولم يتغير شيء.
demo-kind-read = { $party } تعرض على شريكها ملفًا واحدًا عدد أسطره { $lines }، وهو نوع جديد من المبادرات: { $title } { $hash } حالاته: { $states }.
demo-kind-adopted = يعتمده الطرفان ببصمته: { $title }
demo-kind-cost = { $title }: { $cost }. لم يكن في البرنامج سطر واحد يعرف هذا النوع.
demo-documents-kept = الملفات التي تسميها وثائق السنة ببصماتها، وعددها { $count }: { $folder }
demo-minutes-written = محضر وقّعه الطرفان، نسخة الجزائر الأصلية من عمودين، بالبايتات نفسها في العقدتين: { $file } { $hash }
demo-report-written = التقرير السنوي، ما أُعلن وما قُرِّر وما أُنجز، بالبايتات نفسها في العقدتين: { $file } { $hash }
demo-offices-all = وكذلك كل مكتب وقّع عن { $party }: عددها { $count }، ويخلف كلًّا منها مكتب آخر.

### Tables of arms transfers
cooperation-tables_unlike =
    .what = لا يمكن وضع جدولي { $first } و{ $second } جنبا إلى جنب.
    .why = أحدهما { $first_form } لسنة { $first_year } والآخر { $second_form } لسنة { $second_year }
    .remedy = خذوا جدولي الطرفين من الشكل نفسه وللسنة نفسها
files-register_heading =
    .what = ليس في جدول عمليات النقل الرأس { $heading } في سطره { $line }.
    .why = قد تُقرأ قيمة بلا رأسها على أنها قيمة أخرى
    .remedy = خذوا الجدول كما كتبه Comity ولا تغيروا إلا الخلايا التي تحت الرؤوس
files-register_value =
    .what = السطر { $row }، العمود { $column }: لا يمكن أن ترد { $value } في جدول لعمليات النقل.
    .why = يقبل هذا العمود: { $example }
    .remedy = صححوا القيمة ثم اقرؤوا الجدول كله من جديد؛ لم يُحفظ منه شيء

### Reminders: the digest of an office
node-digest_not_sent =
    .what = تعذر تسليم كشف تذكيرات { $office } إلى خادم البريد.
    .why = لم يقبلها الخادم { $host }: { $reason }
    .remedy = تحققوا من أن الخادم يعمل ويقبل المرسِل؛ تعاد المحاولة تلقائيا حتى نهاية اليوم
node-digest_not_made =
    .what = تعذر إعداد كشوف تذكيرات يوم { $day }.
    .why = حال دون ذلك نظام التشغيل أو أحد السجلات: { $reason }
    .remedy = تحققوا من أن للعقدة أن تكتب في مجلد التذكيرات؛ تعاد المحاولة تلقائيا
node-pages_not_made =
    .what = تعذر إعداد الصفحات العلنية لاتفاق { $agreement }.
    .why = حال دون ذلك نظام التشغيل أو أحد السجلات: { $reason }
    .remedy = تحققوا من أن للعقدة أن تقرأ مجلد الصفحات وتكتب فيه؛ تعاد المحاولة تلقائيا
digest-example = مثال
digest-subject = { $agreement }: تذكيرات إلى { $office }، { $day }
digest-late = متأخر
digest-soon = يحل أجله خلال { $days } من الأيام القادمة
digest-asked = ينتظر توقيعنا
digest-what = { $what ->
        [starts] اجتماع
        [review] مراجعة
        [expires] انتهاء المدة
        [due] إجراء
        [planned] مقرر
        [milestone] مرحلة
       *[other] يتطلب الانتباه
    }
digest-nothing = لا تذكيرات لأحد اليوم.
digest-written = { $file }: المتأخر: { $late }، وما يقترب أجله: { $soon }، وما ينتظر توقيعنا: { $asked }
digest-due-late = كان أجله { $day }. { $what }: { $title } ({ $key })
digest-due-soon = { $day }. { $what }: { $title } ({ $key })
digest-waits = { $title } ({ $key })، وقّعه الشريك في { $day }

### Cooperation: yearly tables of transfers, seals, what was imported
cli-register-line = { $exporter } إلى { $importer }، الفئة { $category }: المصدَّر { $exported }، المستورَد { $imported }{ $foreign ->
    [yes] ، صُنع في { $origin }
   *[no] {""}
}{ $agrees ->
    [yes] {""}
   *[no] ؛ الجدولان مختلفان
}
cli-register-left-out = { $party }: عمليات تسليم لا تدخل في أي فئة: { $count }{ $withheld ->
    [yes] ؛ حُجبت أسطر عن الجمهور
   *[no] {""}
}
cli-register-compared = { $year }: الأسطر: { $count }، { $differing ->
    [0] والجدولان يقولان الشيء نفسه.
   *[other] يختلف منها { $differing }: صحّحوها قبل أن يودع أي من الطرفين جدوله.
}
api-no_table_of =
    .what = لا يوجد جدول لـ { $party }.
    .why = الجدولان هما جدولا { $parties }
    .remedy = سمّوا أحد الطرفين
cli-seal = { $party }، خُتم في { $moment }{ $named ->
    [yes] {""} بمفتاح من { $origin }
   *[no] {""}
}
cli-seal-written = كُتب: { $file }، { $both ->
    [yes] ختمه الطرفان.
   *[no] ختمناه نحن؛ سلّموه إلى الشريك ليختم بعدنا.
}
node-another_paper =
    .what = الملف ليس ورقة { $reference } الخاصة بـ { $holder } وبعدها أختام.
    .why = لا يبدأ بالبايتات التي تطبعها هذه العقدة لهذا الأصل
    .remedy = سمّوا الحائز واللغات التي أُعدّ لها، وتأكدوا من أن العقدتين تطبعان بالإصدارات نفسها (الترويسة X-Comity-Printed-With)
node-paper_without_seal =
    .what = لم تُختم الورقة { $reference }: ليس فيها مكان للتوقيعات.
    .why = يوقّع الطرفان في آخر المحضر والقرار؛ أما جدول الأعمال والتقرير فلا يوقّعهما أحد
    .remedy = اختموا المحضر أو القرار
api-not_base64 =
    .what = لا يمكن قراءة الملف.
    .why = ليس مكتوبًا بترميز base64: { $reason }
    .remedy = أرسلوا بايتات ملف PDF بترميز base64
cli-one_key_for_both =
    .what = أختام { $parties } وضعها طرف واحد.
    .why = كلاهما بمفاتيح من سجل { $origin }
    .remedy = اطلبوا من الطرف الآخر أصله وقارنوا بينهما
files-paper-level = { $level ->
    [public] للعموم
   *[bilateral] للطرفين دون غيرهما
}
api-printed_with_others =
    .what = لم تُطبع الورقة: هذه العقدة تطبع بإصدارات أخرى.
    .why = المطلوب { $asked }، ولدى هذه العقدة { $here }
    .remedy = ركّبوا الإصدارات نفسها على العقدتين، أو خذوا الورقة من العقدة التي لديها تلك الإصدارات
files-no_such_day =
    .what = اللحظة { $value } ليس لها يوم يمكن لهذا الملف أن يسمّيه.
    .why = هي بالملّي ثانية منذ 1970، وتقع خارج السنوات من 1970 إلى 9999
    .remedy = عدّلوا السجل الذي يحملها إلى يوم من التقويم، ثم اكتبوا الملف من جديد
## end of registers

### بيانات الانجراف: المصادر، وما أُبقي وراء الحافة، والعمر
forcing-parts = { $quantity ->
        [wind] الريح
        [waves] الأمواج
       *[current] التيار
    }، بحسب حصته من ساعات الانجراف: { $parts }.
forcing-beyond = { $quantity ->
        [wind] الريح
        [waves] الأمواج
       *[current] التيار
    }: في { $share } من ساعات الانجراف كانت المواقع وراء حافة الملفات، وهناك تُبقى أقرب قيمة في حدود 20 كم.
forcing-beside = { $quantity ->
        [wind] الريح
        [waves] الأمواج
       *[current] التيار
    }: في { $share } من ساعات الانجراف كانت المواقع بجانب اليابسة أو ثغرة في الملفات، وهناك تحل أقرب قيمة محلّها.
forcing-stale = قديم: { $quantity ->
        [wind] الريح
        [waves] الأمواج
       *[current] التيار
    } من حساب { $run }، وعمره { $age } ساعة عند نهاية الانجراف.
forcing-observed = { $quantity ->
        [wind] الريح
        [waves] الأمواج
       *[current] التيار
    }: أرصاد في الموقع أُدخلت: { $count }.
forcing-observed-stale = قديم: { $quantity ->
        [wind] الريح
        [waves] الأمواج
       *[current] التيار
    }: أرصاد قديمة أكثر مما ينبغي عند نهاية الانجراف: { $count }.
forcing-waves = أُضيف جرف الأمواج للسطح إلى التيار. جدول الانجراف قيس والأمواج قائمة، فقد يُحسب ذلك مرتين.
### end of forcing
