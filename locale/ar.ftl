### Words of Comity. One catalogue for server and browser. Errors stand under their code, with the attributes what, why, remedy.

## ground
ground-naive_instant =
    .what = الوقت { $instant } لا يذكر أي منطقة زمنية.
    .why = لأن الوقت بلا منطقة زمنية يدل على لحظة مختلفة عند كل قارئ
    .remedy = اكتبه بالتوقيت العالمي المنسق وفي آخره Z، مثل 2008-08-06T09:51:00Z
ground-bad_instant =
    .what = النص «{ $text }» ليس تاريخًا ووقتًا.
    .why = لأنه لا يتبع المعيار RFC 3339
    .remedy = اكتبه بالتوقيت العالمي المنسق وفي آخره Z، مثل 2008-08-06T09:51:00Z
ground-not_json =
    .what = هذه البايتات ليست بصيغة JSON.
    .why = لأن القراءة تتوقف عند: { $reason }
    .remedy = اطلب الملف من صاحبه مرة أخرى
ground-not_canonical =
    .what = الوثيقة ليست في صيغتها المعيارية.
    .why = لأن بايتاتها تختلف عن الصيغة المعيارية لما تقوله، فلا تكون بصمتها وحيدة
    .remedy = أعد كتابتها بالأمر `comity agreement hash` الذي يعرض بصمة الصيغة المعيارية
ground-outside_profile =
    .what = لا توجد لهذه القيمة صيغة معيارية هنا.
    .why = لأنها تحتوي على { $found }، وهو ما لا تقبله الصيغة الموقَّعة
    .remedy = استعمل مفاتيح ASCII بأحرف صغيرة وأعدادًا صحيحة أقل من 2^53 ونصوصًا، واكتب الكسور أعدادًا صحيحة بوحدة أصغر
ground-unknown_column =
    .what = سجل من النوع { $kind } يحمل العمود «{ $column }».
    .why = لأن هذا النوع لا يصفه، فلا تستطيع أي قاعدة إفراج أن تقرّبه أو تحذفه
    .remedy = استعمل أحد هذه الأعمدة: { $columns }
## end of ground

## agreement
agreement-example = مثال: كُتب هذا الاتفاق لبرنامج Comity، وهو ليس المعاهدة ولا يُلزم أحداً.
agreement-title = { $title } ({ $id })
agreement-dates = وُقّع في { $signed }، وهو نافذ منذ { $in_force }.
agreement-party = الطرف { $id }: { $name }؛ وسجله { $origin }.
agreement-relation-follows = يأتي عقب { $other }.
agreement-relation-parallel-to = يقوم إلى جانب { $other }.
agreement-relation-supersedes = يحل محل { $other }.
agreement-relation-under = أُبرم بموجب { $other }.
agreement-group = فريق العمل { $id }: { $title }.
agreement-clause = المادة { $clause }، { $title }.
agreement-clause-waits = المادة { $clause }، { $title }؛ تنتظر قراراً يوقعه الطرفان.
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
agreement-rule-bucket = تُقرَّب الأوقات إلى { $amount } { $unit ->
        [d] يوم
        [h] ساعة
        [min] دقيقة
       *[s] ثانية
    }.
agreement-rule-identity = لا يخرج من المعرّف إلا أحرفه الأولى ({ $digits }).
agreement-rule-at-once = تُرسَل فوراً.
agreement-rule-delay = لا تُرسَل إلا بعد { $amount } { $unit ->
        [d] يوم
        [h] ساعة
        [min] دقيقة
       *[s] ثانية
    }.
agreement-rule-period-ends = لا تُرسَل إلا بعد انقضاء تلك المدة.
agreement-rule-delay-counts = يُحسب التأخير من نهاية تلك المدة.
agreement-rule-area = داخل المنطقة { $area } فقط.
agreement-rule-caveats = لا يخرج أبداً ما يحمل إحدى هذه العلامات: { $caveats }.
agreement-rule-until = تنتهي القاعدة في { $until }؛ ويُمحى ما خرج بعد مدة أقصاها بالأيام { $days }.
agreement-text = النص { $language ->
        [ar] العربي
        [fr] الفرنسي
       *[en] الإنجليزي
    } هو { $file } كما وُقّع.
agreement-hash = يوقع الطرفان على { $hash }
agreement-sound = الشكل والإحالات والنصوص الثلاثة سليمة.
agreement-question = بند مثال: { $kind }، من { $from } إلى { $to }؛ طُلب في { $now }.
agreement-question-real = بند: { $kind }، من { $from } إلى { $to }؛ طُلب في { $now }.
agreement-breaks_schema =
    .what = الوثيقة ليست { $schema } صحيحة: عند { $path } تخالف القاعدة «{ $keyword }».
    .why = يقول فحص المخطط: { $reason }
    .remedy = صحّح ذلك الموضع؛ الشكل موصوف في docs/reference/agreement-format.md
agreement-too_long =
    .what = يبلغ الاتفاق { $bytes } بايت في شكله القانوني، أي أكثر من حده وهو { $limit }.
    .why = ينبغي أن يسعه قيد واحد من السجل
    .remedy = اختصر العناوين أو المناطق أو القواعد؛ فالنصوص الطويلة محلها ملفات النصوص
agreement-no_such_date =
    .what = { $date } عند { $path } ليس تاريخاً في التقويم.
    .why = المدة التي تنتهي في يوم لا وجود له لا تنتهي أبداً أو تنتهي للتو
    .remedy = اكتب تاريخاً موجوداً
agreement-duplicate_id =
    .what = المعرّف { $id } وارد مرتين (عند { $path }).
    .why = أي إحالة إليه تدل على شيئين
    .remedy = أعطِ أحدهما معرّفاً آخر
agreement-parties_out_of_order =
    .what = ورد الطرفان بالترتيب { $first } ثم { $second } (عند { $path }).
    .why = الوثيقة الموقعة محايدة: يرد الطرفان فيها بترتيب رمزيهما في معيار ISO
    .remedy = بدّل موضعيهما؛ فكل طرف يذكر نفسه أولاً في نسخته المطبوعة
agreement-log_name_twice =
    .what = اسم السجل { $name } وارد مرتين (عند { $path }).
    .why = لكل طرف سجله ونسخته من سجل الشريك، ولكل منهما اسمه
    .remedy = أعطِ كلاً منهما اسماً خاصاً به
agreement-dates_out_of_order =
    .what = تاريخ { $date } عند { $path } يسبق { $earlier } عند { $earlier_path }.
    .why = يوقَّع الاتفاق ثم ينفذ، ثم تنتهي القاعدة بعد ذلك
    .remedy = رتّب التواريخ
agreement-unknown_reference =
    .what = { $path } يسمي { $name }، والاتفاق لا ينشئه في ذلك الموضع.
    .why = لا يجوز لأي جزء من الاتفاق أن يسمي إلا ما ينشئه الاتفاق نفسه
    .remedy = استعمل واحداً مما يلي: { $known }
agreement-no_group_to_decide =
    .what = البند { $clause } ينتظر قراراً ولم يُسمَّ له فريق عمل (عند { $path }).
    .why = من دون فريق لا أحد يستطيع بدء العمل به
    .remedy = سمِّ فريق البند، أو اجعله يبدأ مع الاتفاق
agreement-rule_names_no_clause =
    .what = القاعدة { $rule } تسمي البند { $clause } (عند { $path })، وليس في الاتفاق بند بهذا الرقم.
    .why = لا يخرج شيء إلا بموجب بند اتفق عليه الطرفان
    .remedy = سمِّ واحداً مما يلي: { $clauses }
agreement-rule_without_area =
    .what = القاعدة { $rule } لا تسمي منطقة (عند { $path })، والبند { $clause } لا ينطبق إلا في مناطقه.
    .why = القاعدة تُخرج ما لا يشمله البند
    .remedy = سمِّ واحدة مما يلي: { $areas }
agreement-kept_too_long =
    .what = القاعدة { $rule } تجيز الحفظ { $keep_for_s } ثانية (عند { $path })؛ والاتفاق يجيز { $longest_s } ثانية.
    .why = البند { $clause } يحدد أطول مدة
    .remedy = قصّر مدة القاعدة
agreement-rule_never_reached =
    .what = القاعدة { $rule } لا يمكن أن تفصل في أي شيء (عند { $path }).
    .why = لا تسمي اتجاهاً بين الطرفين تركته مفتوحاً قاعدةٌ سابقة للبنود نفسها
    .remedy = احذفها، أو ضعها قبل القاعدة الأوسع
agreement-decision_of_unknown_group =
    .what = القرار { $decision } صادر عن فريق العمل { $group }، وليس في الاتفاق فريق بهذا الاسم.
    .why = لا يقرر بموجب الاتفاق إلا فريق أنشأه الاتفاق
    .remedy = سمِّ واحداً مما يلي: { $groups }
agreement-decision_mark_differs =
    .what = القرار { $decision } والاتفاق { $agreement } لا يحملان علامة «مثال» نفسها.
    .why = لا يجوز أن يعمل قرار مثال على اتفاق حقيقي، ولا العكس
    .remedy = أعطِ القرار علامة اتفاقه
agreement-decision_on_unknown_clause =
    .what = القرار { $decision } يبدأ العمل بالبند { $clause }، وليس في الاتفاق هذا البند (عند { $path }).
    .why = لا يعمل القرار إلا على ما اتُّفق عليه
    .remedy = سمِّ بنداً من الاتفاق
agreement-clause_needs_no_decision =
    .what = البند { $clause } معمول به منذ نفاذ الاتفاق (عند { $path }).
    .why = لا يبدأ العمل بقرار إلا ببند ينتظر قراراً
    .remedy = احذف هذا الأثر
agreement-clause_of_another_group =
    .what = البند { $clause } لا يتبع فريق العمل { $group } (عند { $path }).
    .why = لا يقرر الفريق إلا في بنوده
    .remedy = دع فريق البند يقرر
## end of agreement

## ledger
ledger-genuine = السجل { $origin } صحيح: قيوده كلها وعددها { $size } تعطي البصمة التي وُقِّعت.
ledger-root = بصمة جميع القيود: { $hash }
ledger-receipt = إيصال من الشريك: { $mirror }، { $instant }
ledger-no-receipt = لا يُعرف أي إيصال من الشريك.
ledger-contents = النصوص { $texts } · التوقيعات { $votes } · ما أُرسل { $releases } · إعلانات الوقت { $beats }
ledger-unread = قيود بصيغة أخرى، تُعرض ولا أثر لها: { $count }
ledger-bad_checkpoint =
    .what = ترويسة السجل غير سليمة الصيغة.
    .why = المنتظر ثلاثة أسطر: الاسم، والحجم بلا صفر في أوله، وبصمة من 32 بايتًا بترميز base64
    .remedy = اطلبها من جديد من صاحب السجل؛ فإن بقيت كذلك فالخلل في برنامجه
ledger-bad_entry =
    .what = لا يمكن تدوين { $kind } في السجل.
    .why = جزء منه غير سليم الصيغة، أو حجمه يتجاوز { $limit } بايت ({ $found })
    .remedy = تحقّق من السلسلة والإصدار والبصمات والجهة والوقت والملح (16 بايتًا)
ledger-bad_key_name =
    .what = لا يصلح { $name } اسمًا لمفتاح.
    .why = اسم المفتاح كلمة واحدة لا تتجاوز 255 بايتًا، بلا مسافات وبلا علامة «+»
    .remedy = سمِّه على صورة عنوان شبكي بلا بادئته، مثل dz.example/dz-us-mou-2025
ledger-bad_keys =
    .what = ملف المفاتيح غير سليم الصيغة.
    .why = يلزمه log وهو مفتاح سجل، وقد يحوي origin وmirrors وmirror وmirror_pq
    .remedy = خذ الملف الذي كتبه comity init، أو اكتب فيه المفاتيح الواردة في بطاقة الشريك
ledger-bad_proof =
    .what = الإثبات لا يصمد.
    .why = بصماته لا تفضي إلى جذر الترويسة الموقَّعة
    .remedy = احفظ الإثبات والترويسة دليلًا، واطلبهما من جديد من صاحب السجل
ledger-bad_seed =
    .what = يتعذّر إنشاء المفتاح الخاص لـ{ $name }.
    .why = تلزمه بذرة من 32 بايتًا والنوع 1 أو 4؛ والموجود { $found } بايت والنوع { $kind }
    .remedy = اسحب 32 بايتًا من مصدر العشوائية في النظام
ledger-bad_signature =
    .what = توقيع { $name } غير صحيح.
    .why = لا يطابق النص الذي وُضع تحته، فأحدهما قد عُدِّل
    .remedy = احفظ الملف دليلًا واطلب السجل من جديد من { $name }
ledger-bad_signature_line =
    .what = في الترويسة الموقَّعة سطر ليس توقيعًا.
    .why = السطر { $line } ليس على صورة: شَرطة ثم اسم ثم base64
    .remedy = اطلبها من جديد من صاحب السجل؛ فربما أتلفها النقل
ledger-bad_vkey =
    .what = { $vkey } ليس مفتاح تحقُّق.
    .why = يُكتب المفتاح هكذا: اسم+8 أرقام ست عشرية+base64
    .remedy = انسخ السطر كاملًا من البطاقة التي سلّمها صاحبه
ledger-entries_cut_off =
    .what = الملف { $path } من السجل مبتور.
    .why = ينتهي في وسط القيد { $entry }
    .remedy = اطلب هذا الملف من جديد من صاحب السجل
ledger-entries_overrun =
    .what = الملف { $path } من السجل أطول مما ينبغي.
    .why = بعد قيده الأخير { $extra } بايت زائدة
    .remedy = اطلب هذا الملف من جديد من صاحب السجل
ledger-entry_altered =
    .what = القيد { $entry } من السجل عُدِّل.
    .why = في الملف { $path } لا يعطي البصمة التي وُقِّعت له
    .remedy = احفظ الملف دليلًا واطلبه من جديد من صاحب السجل
ledger-entry_too_large =
    .what = القيد أكبر من أن يتسع له السجل.
    .why = حجمه { $found } بايت، والحد الأقصى للقيد { $limit }
    .remedy = ضع محتواه في ملف مستقل يسمّيه القيد ببصمته
ledger-file_too_large =
    .what = الملف { $path } من السجل كبير جدًا.
    .why = يتجاوز { $limit } بايت، وهو أقصى ما يمكن أن يبلغه
    .remedy = اسأل صاحب السجل عمّا نُشر، ولا تثق بشيء منه قبل ذلك
ledger-fork =
    .what = السجل { $origin } يناقض نفسه.
    .why = قيوده الأولى وعددها { $known } ليست تلك التي شوهدت وتُحقِّق منها من قبل
    .remedy = احفظ الترويستين الموقَّعتين دليلًا؛ ويبقى ساريًا ما اتفق عليه الطرفان من قبل
ledger-missing_file =
    .what = الملف { $path } من السجل مفقود.
    .why = الترويسة الموقَّعة تقول إنه موجود
    .remedy = اطلبه من صاحب السجل، أو أعد نسخ المجلد كاملًا
ledger-no_known_signature =
    .what = لم يوقّع هذا أيُّ مفتاح معروف.
    .why = عدد التوقيعات { $count }، وليس بينها توقيع بمفتاح سُلِّم إليك
    .remedy = تحقّق من أن المفاتيح مفاتيح هذا السجل، ثم اطلبه من جديد من صاحبه
ledger-note_not_text =
    .what = الترويسة الموقَّعة ليست نصًا صرفًا.
    .why = فيها بايتات ليست UTF-8، أو محارف تحكّم
    .remedy = اطلبها من جديد من صاحب السجل؛ فربما أتلفها النقل
ledger-note_too_large =
    .what = الترويسة الموقَّعة كبيرة جدًا.
    .why = تتجاوز { $limit } بايت
    .remedy = اسأل صاحب السجل عمّا نُشر، ولا تثق بشيء منه قبل ذلك
ledger-note_unsigned =
    .what = الترويسة الموقَّعة لا تحمل توقيعات.
    .why = المنتظر نص ثم سطر فارغ ثم أسطر توقيع كاملة
    .remedy = اطلبها من جديد من صاحب السجل؛ فربما بُترت في الطريق
ledger-rollback =
    .what = السجل { $origin } عاد إلى الوراء.
    .why = عدد قيوده الآن { $found }، وقد شوهد منها { $known } من قبل
    .remedy = احفظ الترويستين الموقَّعتين دليلًا، واسأل صاحبه عن سبب نقص القيود
ledger-tile_altered =
    .what = الملف { $path } من السجل عُدِّل.
    .why = بصماته لا تتفق مع ما فوقها وما تحتها
    .remedy = احفظ الملف دليلًا واطلبه من جديد من صاحب السجل
ledger-too_many_signatures =
    .what = الترويسة الموقَّعة تحمل توقيعات أكثر مما ينبغي.
    .why = عددها { $count }، ولا يُقرأ منها أكثر من { $limit }
    .remedy = اسأل صاحب السجل عمّا نُشر
ledger-unsignable_text =
    .what = لا يمكن توقيع هذا النص.
    .why = يُوقَّع نص UTF-8 ينتهي بسطر جديد ولا يحوي محرف تحكّم آخر
    .remedy = أعد كتابته بلا محارف تحكّم وأنهِه بسطر جديد
ledger-unsupported_key =
    .what = مفتاح { $name } من نوع لا يقرؤه Comity.
    .why = هو من النوع { $kind } وطوله { $found } بايت؛ وطول النوعين 1 و4 هو 32 بايتًا، وطول النوع 6 هو 1312
    .remedy = اطلب من صاحبه مفتاح Ed25519، أو مفتاح ML-DSA-44 لإيصالات الاستلام
ledger-vkey_altered =
    .what = مفتاح { $name } لا يطابق بصمته.
    .why = النص يذكر { $stated } وبايتاته تعطي { $computed }
    .remedy = اطلب المفتاح من صاحبه من جديد، وقارنا البصمتين صوتيًا
ledger-weak_key =
    .what = مفتاح { $name } لا يثبت شيئًا.
    .why = هو من مفاتيح Ed25519 القليلة التي يمكن أن يُصنع لها توقيع بلا أي سر
    .remedy = اطلب من صاحبه مفتاحًا جديدًا، وقارنا البصمتين صوتيًا
ledger-wrong_length =
    .what = طول الملف { $path } من السجل غير صحيح.
    .why = طوله { $found } بايت بدلًا من { $expected }
    .remedy = اطلب هذا الملف من جديد من صاحب السجل
ledger-wrong_record =
    .what = هذا ليس السجل { $expected }.
    .why = ترويسته تسمّي { $found }، أو لم يوقّعها مفتاح السجل نفسه
    .remedy = تحقّق من العنوان ومن المفاتيح
ledger-wrong_root =
    .what = ترويسة السجل لا تطابق قيوده.
    .why = قيوده وعددها { $size } تعطي بصمة غير التي وُقِّعت
    .remedy = احفظ الترويسة دليلًا واطلب السجل من جديد من صاحبه
## end of ledger

## rescue
rescue-ends_before_start =
    .what = ينتهي الحساب قبل بداية الفرضية { $number }.
    .why = قيمة until في [run] ليست بعد وقت الفرضية
    .remedy = اجعل until بعد آخر وقت معلوم
rescue-missing_key =
    .what = ينقص المفتاح { $key } في { $table }.
    .why = ليست له قيمة افتراضية
    .remedy = أضف { $key } إلى { $table }
rescue-not_a_choice =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = هذا الخيار غير موجود
    .remedy = استعمل أحد الخيارات التالية: { $choices }
rescue-not_a_number =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = يجب أن تكون رقمًا، وعددًا صحيحًا عند العدّ
    .remedy = اكتب { $key } رقمًا مجردًا، دون وحدة ولا علامات اقتباس
rescue-not_a_pair =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = يجب أن يضم قيمتين، الأولى والأخيرة
    .remedy = اكتب { $key } = [الأولى, الأخيرة]
rescue-not_a_polygon =
    .what = قيمة polygon في { $table } ليست منطقة.
    .why = المنطقة قائمة حلقات، في كل منها ثلاثة أزواج على الأقل من خط الطول وخط العرض، دون تقاطع
    .remedy = اكتب polygon = [[[4.9, 37.1], [5.6, 37.1], [5.6, 37.6]]] أو اسم ملف GeoJSON
rescue-not_a_table =
    .what = { $key } ليس جدولًا في ملف الحالة.
    .why = الأجسام والفرضيات والوحدات قوائم جداول، وفيها جدول واحد على الأقل لكل ما تحتاج إليه الحالة
    .remedy = اكتب [{ $key }] أو [[{ $key }]] في سطر مستقل، ومفاتيحه تحته
rescue-not_an_instant =
    .what = قيمة { $key } في { $table } هي { $value } وليست وقتًا محددًا.
    .why = تتطلب الحالة تاريخًا وساعةً ومنطقةً زمنية
    .remedy = اكتبه بالتوقيت العالمي المنسق مع Z في آخره، مثل 2008-08-06T09:51:00Z
rescue-not_text =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = يجب أن تكون نصًا، وغير فارغ عند سرد الملفات
    .remedy = اكتب { $key } بين علامتي اقتباس
rescue-out_of_range =
    .what = قيمة { $key } في { $table } هي { $value }.
    .why = يجب أن تكون القيمة بين { $low } و{ $high }
    .remedy = صحّح { $key }
rescue-step_not_in_hour =
    .what = الخطوة الزمنية { $step_s } ثانية لا تقسم الساعة بالتساوي.
    .why = تُسجَّل السحابة كل ساعة عند نهاية خطوة
    .remedy = اختر خطوة مثل 300 أو 600 أو 900 أو 1800 أو 3600
rescue-times_out_of_order =
    .what = الأوقات في { $table } معكوسة.
    .why = الوقت الأخير يسبق الأول
    .remedy = اكتب time = [الأول, الأخير]
rescue-unknown_key =
    .what = يحتوي { $table } على المفتاح { $key } وهو غير موجود.
    .why = المفتاح المكتوب خطأً يعود إلى قيمته الافتراضية دون تنبيه
    .remedy = استعمل أحد المفاتيح التالية: { $known }
rescue-unknown_leeway =
    .what = لا توجد فئة انجراف باسم { $name }.
    .why = يضم الجدول الأرقام من 1 إلى { $last } ومفاتيحها
    .remedy = هل تقصد إحدى هذه الفئات: { $near }؟
## end of rescue

## exchange
exchange-released = أُفصح عنه بموجب { $rule }.
exchange-held = محتجز بموجب { $rule }: ينتهي التأخير في { $until }.
exchange-refused-prohibited = مرفوض: المادة { $article } لا تجيزه أبداً أياً كانت القاعدة.
exchange-refused-unknown-kind = مرفوض: المادة { $article } لا تجيز إلا أنواع السجلات الموصوفة، وهذا النوع غير موصوف.
exchange-refused-no-rule = مرفوض: المادة { $article } لا تجيز إلا ما تسميه قاعدة، ولا قاعدة تنطبق عليه.
exchange-refused-not-at-work = مرفوض: المادة { $article } غير معمول بها؛ ينقص القرار الموقع من الطرفين (القاعدة { $rule }).
exchange-refused-expired = مرفوض: بموجب المادة { $article }، انتهت القاعدة { $rule }.
exchange-refused-purpose = مرفوض: بموجب المادة { $article }، لا تخدم القاعدة { $rule } هذا الغرض.
exchange-refused-caveat = مرفوض: بموجب المادة { $article }، لا تفصح القاعدة { $rule } عما يحمل مثل هذه العلامة.
exchange-refused-outside-area = مرفوض: بموجب المادة { $article }، لا تنطبق القاعدة { $rule } إلا داخل منطقتها.
exchange-leaves = يخرج: { $columns }
exchange-stays = يبقى في الوطن: { $columns }
exchange-clause_not_at_work =
    .what = لم يُرسَل شيء: المادة { $article } غير معمول بها.
    .why = تنتظر قراراً من فريق عملها يوقعه الطرفان
    .remedy = اطرح القرار الذي يبدأ العمل بالمادة { $article } واستوفِ توقيع الطرفين عليه
exchange-not_released =
    .what = لم يُرسَل شيء: رفض فحص الإفصاح البند بموجب المادة { $article }.
    .why = لا قاعدة في الاتفاق تجيز خروج هذا البند على هذا الوجه
    .remedy = اقرأ السبب بالأمر `comity agreement explain`، أو اطلب من فريق العمل قاعدة
exchange-bad_salt =
    .what = أُعطي ملح طوله { $bytes } بايت.
    .why = يحتاج الالتزام إلى 32 بايت، وإلا أمكن تخمين السجل القصير
    .remedy = ولّد 32 بايت عشوائياً لكل سجل
exchange-rule_keeps_a_person =
    .what = القاعدة { $rule } تُبقي الحقل { $column }.
    .why = هذا الحقل يدل على هوية شخص، ولا يخرج شيء عن شخص بموجب أي بند
    .remedy = احذف الحقل من قائمة القاعدة
exchange-rule_keeps_unknown_column =
    .what = القاعدة { $rule } تُبقي الحقل { $column }، وليس في سجلات النوع { $kind } هذا الحقل.
    .why = القائمة التي لا تسمي شيئاً تخفي خطأ
    .remedy = استعمل الحقول التي يصفها النوع
exchange-not_positions =
    .what = الحقل { $column } لا يحوي مواقع.
    .why = الموقع زوج من أعداد صحيحة بالميكرودرجة، خط الطول أولاً، أو قائمة من هذه الأزواج
    .remedy = اكتبه كذلك؛ فالقيمة التي لها شكل آخر لا يمكن تقريبها ولا تخرج
exchange-not_instants =
    .what = الحقل { $column } لا يحوي أوقاتاً.
    .why = الوقت عدد صحيح من الميلي ثواني منذ 1970، أو قائمة من هذه الأعداد
    .remedy = اكتبه كذلك؛ فالقيمة التي لها شكل آخر لا يمكن تقريبها ولا تخرج
## end of exchange

## files
files-no_such_file =
    .what = الملف { $pattern } غير موجود.
    .why = لا شيء على هذا القرص يحمل هذا الاسم أو يطابقه
    .remedy = تحقّق من المسار؛ وهو في ملف الحالة يُحسب من مجلد ذلك الملف
files-unreadable_netcdf =
    .what = تتعذّر قراءة { $file } بوصفه ملف netCDF.
    .why = هو تالف أو مبتور أو من صيغة أخرى؛ وتقول المكتبة: { $reason }
    .remedy = اجلب الملف من جديد وقارن حجمه بحجمه لدى المُرسِل
files-several_variables =
    .what = في { $file } أكثر من متغيّر باسم { $standard_name }.
    .why = المتغيّرات { $found } تحمل كلها هذا الاسم، والاختيار بينها تخمين
    .remedy = أبقِ في الملف زوجًا واحدًا من المركّبات
files-no_known_variable =
    .what = ليس في { $file } متغيّر يمكن التعرّف عليه هنا.
    .why = فيه { $found }، وليس فيه أيٌّ من الأزواج { $wanted }
    .remedy = أعطِ المركّبتين اسميهما القياسيين وفق CF، أو عيّن الملف الصحيح
files-wrong_unit =
    .what = المتغيّر { $variable } في { $file } بالوحدة { $found }.
    .why = السرعة مطلوبة بوحدة { $wanted }، وهذه الوحدة لا تُحوَّل بلا تخمين
    .remedy = صحّح السمة `units` للمتغيّر، أو حوّل القيم
files-bad_time_axis =
    .what = تتعذّر قراءة محور الزمن في { $file }.
    .why = ليس زمنًا وفق CF له تاريخ في التقويم المعتاد: { $found }
    .remedy = اكتبه على صورة `<unit> since <date>` في التقويم standard أو proleptic_gregorian أو noleap
files-no_time_axis =
    .what = ليس للمتغيّر { $variable } في { $file } محور زمن.
    .why = ليس لأيٍّ من أبعاده { $found } إحداثيّ على صورة `<unit> since <date>`
    .remedy = خذ ملفًا يحمل أوقاته
files-unknown_axis =
    .what = في { $file } بُعدٌ { $axis } طوله { $size } لا معنى له هنا.
    .why = إلى جانب الزمن وخط العرض وخط الطول لا يُقرأ إلا محور رأسي، عند السطح
    .remedy = أبقِ عنصرًا واحدًا من ذلك البُعد
files-unknown_grid =
    .what = شبكة المتغيّر { $variable } في { $file } ليست مما يُقرأ هنا.
    .why = أبعاده { $found } ليست خط عرض وخط طول مرتّبين ولا محوري إسقاط معروف
    .remedy = استعمل ملفًا على شبكة منتظمة أو مُسقَطة تُسمّي إسقاطها (`grid_mapping`)
files-gap_in_series =
    .what = في السلسلة { $files } فجوة.
    .why = لا شيء بين { $first } و{ $last }، والخطوة المعتادة { $step_h } ساعة
    .remedy = أضف الملف الناقص
files-grids_differ =
    .what = { $first } و{ $other } على شبكتين مختلفتين.
    .why = ملفات السلسلة الواحدة تشترك في شبكتها
    .remedy = أعطِ سلسلة للتيارات وأخرى للريح، كلًّا منهما من منتِج واحد
files-conflicting_instants =
    .what = { $first } و{ $other } متعارضان بشأن { $instant }.
    .why = كلاهما يحمل ذلك الوقت بقيم مختلفة، كما يحدث بين تنبؤين متتاليين
    .remedy = أبقِ الذي تثق به لذلك الوقت
files-outside_period =
    .what = { $files } لا تغطي زمن الحالة.
    .why = تمتد الحالة من { $first } إلى { $last }، وهذه الملفات من { $covered_first } إلى { $covered_last }
    .remedy = أضف ملفات الزمن الناقص، أو أنهِ الحالة قبل ذلك
files-outside_box =
    .what = { $files } لا تغطي مكان الحالة.
    .why = قد يكون الجسم ضمن { $wanted }، وهذه الملفات تغطي { $covered }
    .remedy = خذ ملفات لمنطقة أوسع، أو صحّح الموقع
files-unreadable_case =
    .what = تتعذّر قراءة { $file }.
    .why = توقفت القراءة عند: { $reason }
    .remedy = تحقّق من المسار ومن السطر المذكور
files-folder_not_ours =
    .what = في { $folder } ملفات أخرى من قبل.
    .why = النتيجة تحلّ محل مجلدها كاملًا، و{ $stranger } ليس جزءًا منها
    .remedy = اختر مجلدًا فارغًا أو جديدًا
files-not_written =
    .what = تعذّرت كتابة النتائج في { $folder }.
    .why = يقول القرص: { $reason }؛ ولم يُترك شيء وراءه
    .remedy = أفرغ بعض المساحة أو اختر قرصًا آخر، ثم أعد التشغيل
files-text_not_found =
    .what = لا ملف بجوار { $file } هو النص الذي يوقعه الاتفاق باللغة { $language }.
    .why = ليس لأي منها البصمة { $hash }
    .remedy = أحضر النص كما وُقّع؛ فالنص المعدَّل اتفاق آخر
files-text_without_mark =
    .what = النص { $file } لا يحمل العلامة { $mark }.
    .why = الاتفاق مثال، ولا يجوز أن يُظن المثال معاهدة
    .remedy = اكتب العلامة في رأس النص، ثم احسب بصمة الاتفاق من جديد
files-agreement_unreadable =
    .what = الملف { $file } لا يُقرأ جزءاً من اتفاق.
    .why = تتوقف قراءته هكذا: { $reason }
    .remedy = تحقق من اسمه ومحتواه
files-item_unreadable =
    .what = البند { $file } لا يُقرأ.
    .why = تتوقف قراءته هكذا: { $reason }
    .remedy = تحقق من اسمه ومن أنه بصيغة JSON
files-not_a_log_file =
    .what = { $path } ليس ملفًا من سجل.
    .why = يتألف السجل من ملفات مرقَّمة المسارات ومن ترويسته التي تُنشر أخيرًا وعلى حدة
    .remedy = عيّن أحد الملفات التي يقتضيها حجم السجل
## end of files

## node
## end of node

## cli
## end of cli

## demo
demo-row-memorandum = مذكرة 22 يناير 2025 تضع للتعاون العسكري إطارًا قانونيًا
demo-row-talks = وزارتا الدفاع تتحاوران
demo-row-groups = ثلاثة أفواج عمل مشتركة تقرر كيفية التنفيذ والخطوات التالية
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
demo-scene-2 = فوج عمل يضع مادة موضع التنفيذ
demo-scene-3 = السفن: ما يراه الشريك أقل دقة وأكثر تأخرًا
demo-scene-4 = عملية إنقاذ بين الطرفين
demo-scene-5 = صورة الساحل، ومصدر لكل قول
demo-scene-6 = عقد من الطلب إلى المطابقة
demo-scene-7 = شراكة تكنولوجية أمام رقابة التصدير
demo-scene-8 = مقارنة عرضين لمركز بيانات، ورخصة معادن
demo-scene-9 = حملة سياحية بمؤشر واحد
demo-scene-10 = تغير كل المناصب والمفاتيح عند أحد الطرفين
demo-scene-11 = نوع جديد من المبادرات من ملف واحد
demo-scene-12 = بايت واحد يُحرَّف فيُرفض
demo-state-told = معروض
demo-state-not-yet = ليس بعد
demo-state-context = سياق
demo-list-title = المقال سطرًا سطرًا، والمشهد الذي يحققه
demo-list-line = { $scenes } · { $point } · { $state }
## end of demo
