### Words of Comity. One catalogue for server and browser. Errors stand under their code, with the attributes what, why, remedy.

## ground
ground-naive_instant =
    .what = L’heure { $instant } n’indique aucun fuseau.
    .why = une heure sans fuseau désigne un moment différent pour chaque lecteur
    .remedy = écrivez-la en UTC avec un Z final, par exemple 2008-08-06T09:51:00Z
ground-bad_instant =
    .what = « { $text } » n’est pas une date et une heure.
    .why = l’écriture ne suit pas la norme RFC 3339
    .remedy = écrivez-la en UTC avec un Z final, par exemple 2008-08-06T09:51:00Z
ground-not_json =
    .what = Ces octets ne sont pas du JSON.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = redemandez le fichier à son auteur
ground-not_canonical =
    .what = Le document n’est pas sous sa forme canonique.
    .why = ses octets diffèrent de la forme canonique de ce qu’ils disent, son empreinte ne serait donc pas unique
    .remedy = réécrivez-le avec `comity agreement hash`, qui affiche l’empreinte de la forme canonique
ground-outside_profile =
    .what = Cette valeur n’a pas de forme canonique ici.
    .why = elle contient { $found }, que le profil signé n’admet pas
    .remedy = employez des clés ASCII en minuscules, des entiers inférieurs à 2^53 et du texte ; écrivez les fractions comme des entiers d’une unité plus petite
ground-unknown_column =
    .what = Une fiche de type { $kind } porte la colonne « { $column } ».
    .why = ce type ne la décrit pas, aucune règle de communication ne pourrait donc l’arrondir ni la retirer
    .remedy = employez l’une de celles-ci : { $columns }
## end of ground

## agreement
agreement-example = EXEMPLE : cet accord a été rédigé pour Comity. Ce n'est pas le traité et il n'engage personne.
agreement-title = { $title } ({ $id })
agreement-dates = Signé le { $signed }, en vigueur depuis le { $in_force }.
agreement-party = Partie { $id } : { $name } ; son journal est { $origin }.
agreement-relation-follows = Il fait suite à { $other }.
agreement-relation-parallel-to = Il se tient à côté de { $other }.
agreement-relation-supersedes = Il remplace { $other }.
agreement-relation-under = Il est pris en application de { $other }.
agreement-group = Groupe de travail { $id } : { $title }.
agreement-clause = Article { $clause }, { $title }.
agreement-clause-waits = Article { $clause }, { $title } ; attend une décision signée des deux parties.
agreement-rule = Règle { $rule }, au titre de l'article { $clause } ({ $title }) : { $kind }, de { $from } vers { $to }.
agreement-rule-purpose = Fin : { $purpose ->
        [search_and_rescue] recherche et sauvetage
        [maritime_safety] sécurité de la navigation
        [maritime_security] sûreté maritime
        [regional_security] sécurité régionale
        [training] formation
        [equipment] équipement
        [technology] technologie
        [investment] investissement
        [tourism] tourisme
        [public_report] information du public
       *[other] { $purpose }
    }.
agreement-rule-keep = Seuls ces champs sortent : { $columns }.
agreement-rule-grid = Les positions sont arrondies à { $grid }°.
agreement-rule-bucket = Les heures sont arrondies à { $amount } { $unit ->
        [d] j
        [h] h
        [min] min
       *[s] s
    }.
agreement-rule-identity = D'un identifiant ne sortent que les premiers caractères ({ $digits }).
agreement-rule-at-once = La communication est immédiate.
agreement-rule-delay = La communication a lieu après { $amount } { $unit ->
        [d] j
        [h] h
        [min] min
       *[s] s
    }.
agreement-rule-period-ends = La communication a lieu une fois cette période achevée.
agreement-rule-delay-counts = Le délai se compte à partir de la fin de cette période.
agreement-rule-area = Seulement dans la zone { $area }.
agreement-rule-caveats = Jamais avec l'une de ces mentions : { $caveats }.
agreement-rule-until = La règle prend fin le { $until } ; ce qui est sorti est effacé après { $days } jours.
agreement-text = Le texte { $language ->
        [ar] arabe
        [fr] français
       *[en] anglais
    } est { $file }, tel que signé.
agreement-hash = Les deux parties signent { $hash }
agreement-sound = La forme, les renvois et les trois textes sont exacts.
agreement-question = Élément EXEMPLE : { $kind }, de { $from } vers { $to } ; demandé le { $now }.
agreement-question-real = Élément : { $kind }, de { $from } vers { $to } ; demandé le { $now }.
agreement-breaks_schema =
    .what = Le document n'est pas un { $schema } valide : en { $path }, il enfreint la règle « { $keyword } ».
    .why = le contrôle du schéma indique : { $reason }
    .remedy = corrigez cet endroit ; la forme est décrite dans docs/reference/agreement-format.md
agreement-too_long =
    .what = L'accord compte { $bytes } octets en forme canonique, plus que sa propre limite de { $limit }.
    .why = il doit tenir dans une seule inscription du journal
    .remedy = raccourcissez les titres, les zones ou les règles ; les textes longs vont dans les fichiers de texte
agreement-no_such_date =
    .what = { $date }, en { $path }, n'est pas une date du calendrier.
    .why = une période qui s'achève un jour inexistant ne s'achève jamais, ou s'achève aussitôt
    .remedy = écrivez une date qui existe
agreement-duplicate_id =
    .what = L'identifiant { $id } figure deux fois (en { $path }).
    .why = un renvoi désignerait deux choses
    .remedy = donnez à l'une d'elles un autre identifiant
agreement-parties_out_of_order =
    .what = Les parties figurent dans l'ordre { $first }, { $second } (en { $path }).
    .why = le document signé est neutre : les parties y suivent l'ordre de leurs codes ISO
    .remedy = intervertissez-les ; chaque partie se nomme en premier sur son propre exemplaire
agreement-log_name_twice =
    .what = Le nom de journal { $name } figure deux fois (en { $path }).
    .why = chaque partie a son journal et sa copie de celui du partenaire, chacun sous son propre nom
    .remedy = donnez à chacun son propre nom
agreement-dates_out_of_order =
    .what = La date de { $date }, en { $path }, précède { $earlier }, en { $earlier_path }.
    .why = un accord est signé, puis en vigueur, et une règle prend fin ensuite
    .remedy = remettez les dates dans l'ordre
agreement-unknown_reference =
    .what = { $path } désigne { $name }, que l'accord n'établit pas à cet endroit.
    .why = chaque partie d'un accord ne peut désigner que ce que l'accord établit lui-même
    .remedy = employez l'un de ceux-ci : { $known }
agreement-no_group_to_decide =
    .what = La clause { $clause } attend une décision, et aucun groupe de travail n'est désigné (en { $path }).
    .why = sans groupe, personne ne pourrait la mettre en œuvre
    .remedy = désignez le groupe de la clause, ou faites-la commencer avec l'accord
agreement-rule_names_no_clause =
    .what = La règle { $rule } désigne la clause { $clause } (en { $path }), et l'accord n'en a pas de tel numéro.
    .why = rien ne sort si ce n'est au titre d'une clause convenue par les deux parties
    .remedy = désignez l'une de celles-ci : { $clauses }
agreement-rule_without_area =
    .what = La règle { $rule } ne désigne aucune zone (en { $path }), et la clause { $clause } ne s'applique que dans les siennes.
    .why = la règle laisserait sortir ce que la clause ne couvre pas
    .remedy = désignez l'une de celles-ci : { $areas }
agreement-kept_too_long =
    .what = La règle { $rule } permet une conservation de { $keep_for_s } s (en { $path }) ; l'accord permet { $longest_s } s.
    .why = la clause { $clause } fixe la durée la plus longue
    .remedy = raccourcissez la durée de la règle
agreement-rule_never_reached =
    .what = La règle { $rule } ne peut jamais rien décider (en { $path }).
    .why = elle ne désigne aucun sens, entre les deux parties, qu'une règle antérieure sur les mêmes éléments laisse libre
    .remedy = retirez-la, ou placez-la avant la règle plus large
agreement-decision_of_unknown_group =
    .what = La décision { $decision } émane du groupe de travail { $group }, que l'accord n'a pas.
    .why = seul un groupe établi par l'accord peut décider en son nom
    .remedy = désignez l'un de ceux-ci : { $groups }
agreement-decision_mark_differs =
    .what = La décision { $decision } et l'accord { $agreement } ne portent pas la même mention EXEMPLE.
    .why = une décision d'exemple ne doit pas agir sur un accord réel, ni l'inverse
    .remedy = donnez à la décision la mention de son accord
agreement-decision_on_unknown_clause =
    .what = La décision { $decision } met en œuvre la clause { $clause }, et l'accord n'a pas cette clause (en { $path }).
    .why = une décision ne peut agir que sur ce qui a été convenu
    .remedy = désignez une clause de l'accord
agreement-clause_needs_no_decision =
    .what = La clause { $clause } est en œuvre depuis l'entrée en vigueur de l'accord (en { $path }).
    .why = seule une clause qui attend une décision peut être mise en œuvre par une décision
    .remedy = retirez cet effet
agreement-clause_of_another_group =
    .what = La clause { $clause } ne relève pas du groupe de travail { $group } (en { $path }).
    .why = un groupe ne décide que de ses propres clauses
    .remedy = laissez décider le groupe dont relève la clause
## end of agreement

## ledger
ledger-genuine = Le registre { $origin } est authentique : ses { $size } inscriptions donnent l'empreinte qui a été signée.
ledger-root = Empreinte de toutes les inscriptions : { $hash }
ledger-receipt = Accusé de réception du partenaire : { $mirror }, { $instant }
ledger-no-receipt = Aucun accusé de réception du partenaire n'est connu.
ledger-contents = Textes { $texts } · signatures { $votes } · transmissions { $releases } · déclarations d'heure { $beats }
ledger-unread = Inscriptions d'une autre forme, montrées mais sans effet : { $count }
ledger-bad_checkpoint =
    .what = L'en-tête du registre est mal formé.
    .why = trois lignes sont attendues : le nom, la taille sans zéro initial, et une empreinte de 32 octets en base64
    .remedy = redemandez-le au détenteur du registre ; si rien ne change, son logiciel est en défaut
ledger-bad_entry =
    .what = L'acte { $kind } ne peut pas être inscrit au registre.
    .why = une de ses parties est mal formée, ou il dépasse { $limit } octets ({ $found })
    .remedy = vérifiez la série, la version, les empreintes, l'autorité, l'instant et le sel de 16 octets
ledger-bad_key_name =
    .what = { $name } ne peut pas être le nom d'une clé.
    .why = le nom d'une clé est un seul mot de 255 octets au plus, sans espace et sans « + »
    .remedy = nommez-la comme une adresse web sans son préfixe, par exemple dz.example/dz-us-mou-2025
ledger-bad_keys =
    .what = Le fichier de clés est mal formé.
    .why = il lui faut log, la clé d'un registre, et il peut contenir origin, mirrors, mirror et mirror_pq
    .remedy = prenez le fichier écrit par comity init, ou inscrivez-y les clés de la carte du partenaire
ledger-bad_proof =
    .what = La preuve ne tient pas.
    .why = ses empreintes ne mènent pas à la racine de l'en-tête signé
    .remedy = conservez la preuve et l'en-tête, et redemandez les deux au détenteur du registre
ledger-bad_seed =
    .what = La clé privée de { $name } ne peut pas être créée.
    .why = il faut une graine de 32 octets et le type 1 ou 4 ; on a { $found } octets et le type { $kind }
    .remedy = tirez 32 octets de la source d'aléa du système
ledger-bad_signature =
    .what = La signature de { $name } n'est pas authentique.
    .why = elle ne correspond pas au texte sous lequel elle figure : l'un des deux a été altéré
    .remedy = conservez le fichier comme pièce à conviction et redemandez son registre à { $name }
ledger-bad_signature_line =
    .what = Une ligne de l'en-tête signé n'est pas une signature.
    .why = la ligne { $line } ne se lit pas : tiret, nom, base64
    .remedy = redemandez-le au détenteur du registre ; un transfert a pu l'endommager
ledger-bad_vkey =
    .what = { $vkey } n'est pas une clé de vérification.
    .why = une clé s'écrit nom+8 chiffres hexadécimaux+base64
    .remedy = copiez la ligne entière depuis la carte remise par son titulaire
ledger-entries_cut_off =
    .what = Le fichier { $path } du registre est tronqué.
    .why = il s'arrête au milieu de l'inscription { $entry }
    .remedy = redemandez ce fichier au détenteur du registre
ledger-entries_overrun =
    .what = Le fichier { $path } du registre est trop long.
    .why = { $extra } octets suivent sa dernière inscription
    .remedy = redemandez ce fichier au détenteur du registre
ledger-entry_altered =
    .what = L'inscription { $entry } du registre a été altérée.
    .why = dans le fichier { $path }, elle ne donne pas l'empreinte qui a été signée pour elle
    .remedy = conservez le fichier comme pièce à conviction et redemandez-le au détenteur du registre
ledger-entry_too_large =
    .what = L'inscription est trop volumineuse pour le registre.
    .why = elle compte { $found } octets ; une inscription en compte au plus { $limit }
    .remedy = placez son contenu dans un fichier séparé que l'inscription désigne par son empreinte
ledger-file_too_large =
    .what = Le fichier { $path } du registre est trop volumineux.
    .why = il dépasse les { $limit } octets qu'il peut compter
    .remedy = demandez au détenteur du registre ce qui a été publié, et ne vous y fiez pas d'ici là
ledger-fork =
    .what = Le registre { $origin } se contredit.
    .why = ses { $known } premières inscriptions ne sont pas celles qui ont été vues et vérifiées auparavant
    .remedy = conservez les deux en-têtes signés comme pièces à conviction ; ce qui était convenu par les deux parties reste en vigueur
ledger-missing_file =
    .what = Le fichier { $path } du registre manque.
    .why = l'en-tête signé affirme qu'il existe
    .remedy = demandez-le au détenteur du registre, ou recopiez le dossier en entier
ledger-no_known_signature =
    .what = Aucune clé connue n'a signé ceci.
    .why = sur { $count } signatures, aucune n'est d'une clé qui vous a été remise
    .remedy = vérifiez que les clés sont celles de ce registre, puis redemandez-le à son détenteur
ledger-note_not_text =
    .what = L'en-tête signé n'est pas du texte simple.
    .why = il contient des octets qui ne sont pas de l'UTF-8, ou des caractères de commande
    .remedy = redemandez-le au détenteur du registre ; un transfert a pu l'endommager
ledger-note_too_large =
    .what = L'en-tête signé est trop volumineux.
    .why = il dépasse { $limit } octets
    .remedy = demandez au détenteur du registre ce qui a été publié, et ne vous y fiez pas d'ici là
ledger-note_unsigned =
    .what = L'en-tête signé ne porte aucune signature.
    .why = on attend un texte, une ligne vide et des lignes de signature entières
    .remedy = redemandez-le au détenteur du registre ; il a pu être coupé en route
ledger-rollback =
    .what = Le registre { $origin } est revenu en arrière.
    .why = il compte maintenant { $found } inscriptions, et { $known } avaient été vues
    .remedy = conservez les deux en-têtes signés comme pièces à conviction et demandez à son détenteur pourquoi des inscriptions manquent
ledger-tile_altered =
    .what = Le fichier { $path } du registre a été altéré.
    .why = ses empreintes ne s'accordent pas avec celles du dessus et du dessous
    .remedy = conservez le fichier comme pièce à conviction et redemandez-le au détenteur du registre
ledger-too_many_signatures =
    .what = L'en-tête signé porte trop de signatures.
    .why = il en compte { $count }, et { $limit } au plus sont lues
    .remedy = demandez au détenteur du registre ce qui a été publié
ledger-unsignable_text =
    .what = Le texte ne peut pas être signé.
    .why = on signe un texte UTF-8 qui se termine par un saut de ligne et ne contient aucun autre caractère de commande
    .remedy = réécrivez-le sans caractères de commande et terminez-le par un saut de ligne
ledger-unsupported_key =
    .what = La clé de { $name } est d'un genre que Comity ne lit pas.
    .why = elle est du type { $kind } avec { $found } octets ; les types 1 et 4 en ont 32, le type 6 en a 1312
    .remedy = demandez à son titulaire une clé Ed25519, ou une clé ML-DSA-44 pour un accusé de réception
ledger-vkey_altered =
    .what = La clé de { $name } ne correspond pas à sa propre empreinte.
    .why = le texte annonce { $stated }, ses octets donnent { $computed }
    .remedy = redemandez la clé à son titulaire et comparez les empreintes de vive voix
ledger-weak_key =
    .what = La clé de { $name } ne prouve rien.
    .why = c'est l'une des rares clés Ed25519 pour lesquelles une signature se fabrique sans aucun secret
    .remedy = demandez une nouvelle clé à son titulaire et comparez les empreintes de vive voix
ledger-wrong_length =
    .what = Le fichier { $path } du registre n'a pas la bonne longueur.
    .why = il compte { $found } octets au lieu de { $expected }
    .remedy = redemandez ce fichier au détenteur du registre
ledger-wrong_record =
    .what = Ce n'est pas le registre { $expected }.
    .why = son en-tête nomme { $found }, ou la clé propre du registre ne l'a pas signé
    .remedy = vérifiez l'adresse et les clés
ledger-wrong_root =
    .what = L'en-tête du registre ne correspond pas à ses inscriptions.
    .why = ses { $size } inscriptions donnent une autre empreinte que celle qui a été signée
    .remedy = conservez l'en-tête comme pièce à conviction et redemandez le registre à son détenteur
## end of ledger

## rescue
rescue-ends_before_start =
    .what = Le calcul s’achève avant le début du scénario { $number }.
    .why = until dans [run] n’est pas postérieur à l’heure du scénario
    .remedy = fixez until après la dernière heure connue
rescue-missing_key =
    .what = Il manque la clé { $key } dans { $table }.
    .why = elle n’a pas de valeur par défaut
    .remedy = ajoutez { $key } à { $table }
rescue-not_a_choice =
    .what = { $key } dans { $table } vaut { $value }.
    .why = ce choix n’existe pas
    .remedy = employez l’un de ceux-ci : { $choices }
rescue-not_a_number =
    .what = { $key } dans { $table } vaut { $value }.
    .why = il faut un nombre, entier lorsqu’il s’agit d’un compte
    .remedy = écrivez { $key } comme un nombre simple, sans unité ni guillemets
rescue-not_a_pair =
    .what = { $key } dans { $table } vaut { $value }.
    .why = il faut deux valeurs, la première et la dernière
    .remedy = écrivez { $key } = [première, dernière]
rescue-not_a_polygon =
    .what = polygon dans { $table } n’est pas une zone.
    .why = une zone est une liste d’anneaux fermés d’au moins trois couples longitude et latitude, sans croisement
    .remedy = écrivez polygon = [[[4.9, 37.1], [5.6, 37.1], [5.6, 37.6]]], ou le nom d’un fichier GeoJSON
rescue-not_a_table =
    .what = { $key } n’est pas une table dans le fichier du dossier.
    .why = les objets, scénarios et moyens sont des listes de tables, avec au moins une table pour chaque élément indispensable
    .remedy = écrivez [{ $key }] ou [[{ $key }]] seul sur sa ligne, et ses clés au-dessous
rescue-not_an_instant =
    .what = { $key } dans { $table } vaut { $value }, qui n’est pas un instant.
    .why = un dossier demande une date, une heure et un fuseau
    .remedy = écrivez-le en UTC avec un Z final, par exemple 2008-08-06T09:51:00Z
rescue-not_text =
    .what = { $key } dans { $table } vaut { $value }.
    .why = il faut un texte, non vide lorsqu’il s’agit de fichiers
    .remedy = écrivez { $key } entre guillemets
rescue-out_of_range =
    .what = { $key } dans { $table } vaut { $value }.
    .why = la valeur doit être comprise entre { $low } et { $high }
    .remedy = corrigez { $key }
rescue-step_not_in_hour =
    .what = Un pas de { $step_s } s ne divise pas une heure.
    .why = le nuage est écrit toutes les heures, à la fin d’un pas
    .remedy = choisissez un pas tel que 300, 600, 900, 1800 ou 3600
rescue-times_out_of_order =
    .what = Les heures de { $table } sont inversées.
    .why = le dernier instant précède le premier
    .remedy = écrivez time = [premier, dernier]
rescue-unknown_key =
    .what = { $table } contient la clé { $key }, qui n’existe pas.
    .why = une clé mal orthographiée reprendrait sans bruit sa valeur par défaut
    .remedy = employez l’une de celles-ci : { $known }
rescue-unknown_leeway =
    .what = La classe de dérive { $name } n’existe pas.
    .why = la table compte les numéros 1 à { $last } et leurs clés
    .remedy = pensiez-vous à l’une de celles-ci : { $near } ?
## end of rescue

## exchange
exchange-released = Communiqué au titre de { $rule }.
exchange-held = Retenu au titre de { $rule } : le délai prend fin le { $until }.
exchange-refused-prohibited = Refusé : l'article { $article } ne le permet jamais, quoi que dise une règle.
exchange-refused-unknown-kind = Refusé : l'article { $article } ne permet que les genres de fiche décrits, et celui-ci ne l'est pas.
exchange-refused-no-rule = Refusé : l'article { $article } ne permet que ce qu'une règle désigne, et aucune ne convient.
exchange-refused-not-at-work = Refusé : l'article { $article } n'est pas mis en œuvre ; la décision signée des deux parties manque (règle { $rule }).
exchange-refused-expired = Refusé : au titre de l'article { $article }, la règle { $rule } a pris fin.
exchange-refused-purpose = Refusé : au titre de l'article { $article }, la règle { $rule } ne sert pas cette fin.
exchange-refused-caveat = Refusé : au titre de l'article { $article }, la règle { $rule } ne communique pas ce qui porte une telle mention.
exchange-refused-outside-area = Refusé : au titre de l'article { $article }, la règle { $rule } ne s'applique que dans sa zone.
exchange-leaves = Sort : { $columns }
exchange-stays = Reste au pays : { $columns }
exchange-clause_not_at_work =
    .what = Rien n'a été envoyé : l'article { $article } n'est pas mis en œuvre.
    .why = il attend une décision de son groupe de travail, signée des deux parties
    .remedy = déposez la décision qui met en œuvre l'article { $article }, et faites-la signer des deux parties
exchange-not_released =
    .what = Rien n'a été envoyé : le contrôle de communication a refusé l'élément au titre de l'article { $article }.
    .why = aucune règle de l'accord ne laisse sortir cet élément de cette manière
    .remedy = lisez le motif avec `comity agreement explain`, ou demandez une règle au groupe de travail
exchange-bad_salt =
    .what = Un sel de { $bytes } octets a été donné.
    .why = un engagement en demande 32, faute de quoi une fiche courte se devinerait
    .remedy = tirez au hasard 32 octets pour chaque fiche
exchange-rule_keeps_a_person =
    .what = La règle { $rule } garde le champ { $column }.
    .why = il dit qui est une personne, et rien sur une personne ne sort au titre d'aucune clause
    .remedy = retirez ce champ de la liste de la règle
exchange-rule_keeps_unknown_column =
    .what = La règle { $rule } garde le champ { $column }, que les fiches de genre { $kind } n'ont pas.
    .why = une liste qui ne désigne rien cache une erreur
    .remedy = employez les champs que décrit le genre
exchange-not_positions =
    .what = Le champ { $column } ne contient pas de positions.
    .why = une position est une paire de microdegrés entiers, longitude d'abord, ou une liste de telles paires
    .remedy = écrivez-la ainsi ; une valeur d'une autre forme ne pourrait être arrondie, et ne sort pas
exchange-not_instants =
    .what = Le champ { $column } ne contient pas d'instants.
    .why = un instant est un nombre entier de millisecondes depuis 1970, ou une liste de tels nombres
    .remedy = écrivez-le ainsi ; une valeur d'une autre forme ne pourrait être arrondie, et ne sort pas
## end of exchange

## files
files-no_such_file =
    .what = Le fichier { $pattern } n’existe pas.
    .why = rien sur ce disque ne porte ce nom ni ne lui correspond
    .remedy = vérifiez le chemin ; dans un fichier de cas, il part du dossier de ce fichier
files-unreadable_netcdf =
    .what = { $file } ne se lit pas comme un fichier netCDF.
    .why = il est endommagé, tronqué ou d’un autre format ; la bibliothèque répond : { $reason }
    .remedy = récupérez de nouveau le fichier et comparez sa taille à celle de l’expéditeur
files-several_variables =
    .what = { $file } contient plusieurs variables nommées { $standard_name }.
    .why = les variables { $found } portent toutes ce nom, et choisir entre elles serait deviner
    .remedy = ne gardez dans le fichier qu’une paire de composantes
files-no_known_variable =
    .what = { $file } ne contient aucune variable reconnue ici.
    .why = il contient { $found }, et aucune des paires { $wanted }
    .remedy = donnez aux deux composantes leurs noms standard CF, ou indiquez le bon fichier
files-wrong_unit =
    .what = { $variable }, dans { $file }, est exprimée dans l’unité { $found }.
    .why = une vitesse est attendue en { $wanted }, et cette unité ne se convertit pas sans deviner
    .remedy = corrigez l’attribut `units` de la variable, ou convertissez les valeurs
files-bad_time_axis =
    .what = L’axe des temps de { $file } ne se lit pas.
    .why = ce n’est pas un temps CF qui ait une date dans le calendrier courant : { $found }
    .remedy = écrivez-le sous la forme `<unité> since <date>`, dans le calendrier standard, proleptic_gregorian ou noleap
files-no_time_axis =
    .what = { $variable }, dans { $file }, n’a pas d’axe des temps.
    .why = aucune de ses dimensions { $found } n’a de coordonnée de la forme `<unité> since <date>`
    .remedy = prenez un fichier qui porte ses instants
files-unknown_axis =
    .what = { $file } a une dimension { $axis } de taille { $size } qui n’a pas de sens ici.
    .why = outre le temps, la latitude et la longitude, seul un axe vertical est lu, à la surface
    .remedy = ne gardez qu’un élément de cette dimension
files-unknown_grid =
    .what = La grille de { $variable }, dans { $file }, ne se lit pas ici.
    .why = ses dimensions { $found } ne sont ni une latitude et une longitude ordonnées, ni les axes d’une projection connue
    .remedy = utilisez un fichier sur une grille régulière ou projetée qui nomme sa projection (`grid_mapping`)
files-gap_in_series =
    .what = La série { $files } a une lacune.
    .why = rien entre { $first } et { $last }, alors que le pas habituel est de { $step_h } h
    .remedy = ajoutez le fichier qui manque
files-grids_differ =
    .what = { $first } et { $other } sont sur des grilles différentes.
    .why = les fichiers d’une même série partagent leur grille
    .remedy = donnez une série pour les courants et une pour le vent, chacune d’un seul producteur
files-conflicting_instants =
    .what = { $first } et { $other } se contredisent pour { $instant }.
    .why = tous deux contiennent cet instant avec des valeurs différentes, comme le font deux prévisions successives
    .remedy = gardez celui auquel vous vous fiez pour ce moment
files-outside_period =
    .what = { $files } ne couvrent pas la durée du cas.
    .why = le cas va de { $first } à { $last }, et ces fichiers vont de { $covered_first } à { $covered_last }
    .remedy = ajoutez les fichiers du temps manquant, ou terminez le cas plus tôt
files-outside_box =
    .what = { $files } ne couvrent pas le lieu du cas.
    .why = l’objet peut se trouver dans { $wanted }, et ces fichiers couvrent { $covered }
    .remedy = prenez des fichiers d’une zone plus étendue, ou corrigez la position
files-unreadable_case =
    .what = { $file } ne se lit pas.
    .why = la lecture s’arrête ainsi : { $reason }
    .remedy = vérifiez le chemin et la ligne indiquée
files-folder_not_ours =
    .what = { $folder } contient déjà d’autres fichiers.
    .why = un résultat remplace son dossier en entier, et { $stranger } n’en fait pas partie
    .remedy = choisissez un dossier vide ou nouveau
files-not_written =
    .what = Les résultats n’ont pas pu être écrits dans { $folder }.
    .why = le disque répond : { $reason } ; rien n’a été laissé derrière
    .remedy = libérez de la place ou choisissez un autre disque, puis recommencez
files-text_not_found =
    .what = Aucun fichier à côté de { $file } n'est le texte, en langue { $language }, que l'accord signe.
    .why = aucun n'a l'empreinte { $hash }
    .remedy = apportez le texte tel qu'il a été signé ; un texte changé est un autre accord
files-text_without_mark =
    .what = Le texte { $file } ne porte pas la mention { $mark }.
    .why = l'accord est un exemple, et aucun exemple ne doit passer pour un traité
    .remedy = écrivez la mention en tête du texte, et calculez de nouveau l'empreinte de l'accord
files-agreement_unreadable =
    .what = Le fichier { $file } ne peut être lu comme élément d'un accord.
    .why = sa lecture s'arrête ainsi : { $reason }
    .remedy = vérifiez son nom et son contenu
files-item_unreadable =
    .what = L'élément { $file } ne peut être lu.
    .why = sa lecture s'arrête ainsi : { $reason }
    .remedy = vérifiez son nom et qu'il est en JSON
files-not_a_log_file =
    .what = { $path } n'est pas un fichier de registre.
    .why = un registre se compose de fichiers aux chemins numérotés et de son en-tête, publié en dernier et à part
    .remedy = nommez l'un des fichiers que la taille du registre implique
## end of files

## node
## end of node

## cli
## end of cli

## demo
demo-row-memorandum = Le mémorandum du 22 janvier 2025 donne un cadre juridique à la coopération militaire
demo-row-talks = Les deux ministères de la Défense se parlent
demo-row-groups = Trois groupes de travail mixtes décident de la mise en œuvre et de la suite
demo-row-maritime = L’information sur ce qui navigue est échangée
demo-row-rescue = Les personnes perdues en mer sont recherchées ensemble
demo-row-sahel = La sécurité du Sahel est lue ensemble contre le terrorisme
demo-row-satellites = Les émissions ouvertes et les satellites comptent
demo-row-peoples = Connaître les groupes, leurs accords et leurs différends compte autant
demo-row-contracts = De nouveaux contrats d’équipement peuvent suivre
demo-row-technology = Des partenariats en technologie de défense peuvent suivre
demo-row-investment = Les minerais et les centres de données sont en vue
demo-row-tourism = Le tourisme doit croître
demo-row-administrations = L’accord survit aux alternances
demo-row-sky = Rien ne limite ce qui peut s’ajouter
demo-row-undisclosed = Certains détails ne sont pas rendus publics
demo-row-press = Le public attend de voir ce qu’il en sortira
demo-row-history = Il suit des années de dialogue et pèse une position géographique
demo-row-context = Une présence qui change en Afrique, et l’habillage de la page
demo-scene-1 = Un mémorandum, une empreinte, convenu par les deux
demo-scene-2 = Un groupe de travail met un article en œuvre
demo-scene-3 = Navires : la vue du partenaire est plus grossière et plus tardive
demo-scene-4 = Un sauvetage mené par les deux
demo-scene-5 = Le tableau du Sahel, une source pour chaque énoncé
demo-scene-6 = Un contrat de la demande au rapprochement
demo-scene-7 = Un partenariat technologique face à son contrôle d’exportation
demo-scene-8 = Deux offres de centre de données comparées, un permis minier
demo-scene-9 = Une campagne touristique avec un indicateur
demo-scene-10 = Toutes les fonctions et les clés d’un côté changent
demo-scene-11 = Un nouveau type d’initiative en un fichier
demo-scene-12 = Un octet altéré, et refusé
demo-state-told = joué
demo-state-not-yet = pas encore
demo-state-context = contexte
demo-list-title = L’article, ligne à ligne, et la scène qui le rend réel
demo-list-line = { $scenes } · { $point } · { $state }
## end of demo
