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
## end of rescue

## exchange
## end of exchange

## files
## end of files

## node
## end of node

## cli
## end of cli

## demo
## end of demo
