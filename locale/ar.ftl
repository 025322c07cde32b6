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
## end of agreement

## ledger
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
