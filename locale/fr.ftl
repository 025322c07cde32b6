### Words of Comity. One catalogue for server and browser. Errors stand under their code, with the attributes what, why, remedy.

## ground
ground-naive_instant =
    .what = L’heure { $instant } n’indique aucun fuseau.
    .why = une heure sans fuseau désigne un moment différent pour chaque lecteur
    .remedy = écrivez-la en UTC avec un Z final, par exemple 2008-08-06T09:51:00Z
ground-bad_instant =
    .what = « { $text } » n’est pas une date et une heure.
    .why = l’écriture ne suit pas la norme RFC 3339
    .remedy = écrivez-la en UTC avec un Z final, par exemple 2008-08-06T09:51:00Z
ground-not_json =
    .what = Ces octets ne sont pas du JSON.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = redemandez le fichier à son auteur
ground-not_canonical =
    .what = Le document n’est pas sous sa forme canonique.
    .why = ses octets diffèrent de la forme canonique de ce qu’ils disent ; son empreinte ne serait donc pas unique
    .remedy = réécrivez-le avec `comity agreement hash`, qui affiche l’empreinte de la forme canonique
ground-outside_profile =
    .what = Cette valeur n’a pas de forme canonique ici.
    .why = elle contient { $found }, que le profil signé n’admet pas
    .remedy = employez des clés ASCII en minuscules, des entiers inférieurs à 2^53 et du texte ; écrivez les fractions comme des entiers d’une unité plus petite
ground-unknown_column =
    .what = Une fiche du genre { $kind } porte la colonne « { $column } ».
    .why = ce genre ne la décrit pas : aucune règle de communication ne pourrait donc l’arrondir ni la retirer
    .remedy = employez l’une de celles-ci : { $columns }
## end of ground

## agreement
agreement-example = EXEMPLE : cet accord a été rédigé pour Comity. Ce n’est pas le traité et il n’engage personne.
agreement-title = { $title } ({ $id })
agreement-dates = Signé le { $signed }, en vigueur depuis le { $in_force }.
agreement-party = Partie { $id } : { $name } ; son registre est { $origin }.
agreement-relation-follows = Il fait suite à { $other }.
agreement-relation-parallel-to = Il se tient à côté de { $other }.
agreement-relation-supersedes = Il remplace { $other }.
agreement-relation-under = Il est pris en application de { $other }.
agreement-group = Groupe de travail { $id } : { $title }.
agreement-clause = Article { $clause }, { $title }.
agreement-clause-waits = Article { $clause }, { $title } ; attend une décision signée des deux parties.
agreement-rule = Règle { $rule }, au titre de l’article { $clause } ({ $title }) : { $kind }, de { $from } vers { $to }.
agreement-rule-purpose = Finalité : { $purpose ->
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
agreement-rule-keep = Seuls ces champs sortent : { $columns }.
agreement-rule-grid = Les positions sont arrondies à { $grid }°.
agreement-rule-bucket = Les heures sont arrondies à { $amount } { $unit ->
        [d] j
        [h] h
        [min] min
       *[s] s
    }.
agreement-rule-identity = D’un identifiant ne sortent que les premiers caractères ({ $digits }).
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
agreement-rule-caveats = Jamais avec l’une de ces mentions : { $caveats }.
agreement-rule-until = La règle prend fin le { $until } ; ce qui est sorti est effacé après { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }.
agreement-text = Le texte { $language ->
        [ar] arabe
        [fr] français
       *[en] anglais
    } est { $file }, tel que signé.
agreement-hash = Les deux parties signent { $hash }
agreement-sound = La forme, les renvois et les trois textes sont exacts.
agreement-question = Élément EXEMPLE : { $kind }, de { $from } vers { $to } ; demandé le { $now }.
agreement-question-real = Élément : { $kind }, de { $from } vers { $to } ; demandé le { $now }.
agreement-breaks_schema =
    .what = Le document n’est pas un { $schema } valide : en { $path }, il enfreint la règle « { $keyword } ».
    .why = le contrôle du schéma indique : { $reason }
    .remedy = corrigez cet endroit ; la forme est décrite dans docs/reference/{ $page }.md
agreement-too_long =
    .what = L’accord compte { $bytes } octets en forme canonique, plus que sa propre limite de { $limit }.
    .why = il doit tenir dans une seule inscription du registre
    .remedy = raccourcissez les titres, les zones ou les règles ; les textes longs vont dans les fichiers de texte
agreement-no_such_date =
    .what = { $date }, en { $path }, n’est pas une date du calendrier.
    .why = une période qui s’achève un jour inexistant ne s’achève jamais, ou s’achève aussitôt
    .remedy = écrivez une date qui existe
agreement-duplicate_id =
    .what = L’identifiant { $id } figure deux fois (en { $path }).
    .why = un renvoi désignerait deux choses
    .remedy = donnez à l’une d’elles un autre identifiant
agreement-parties_out_of_order =
    .what = Les parties figurent dans l’ordre { $first }, { $second } (en { $path }).
    .why = le document signé est neutre : les parties y suivent l’ordre de leurs codes ISO
    .remedy = intervertissez-les ; chaque partie se nomme en premier sur son propre exemplaire
agreement-log_name_twice =
    .what = Le nom de registre { $name } figure deux fois (en { $path }).
    .why = chaque partie a son registre et sa copie de celui du partenaire, chacun sous son propre nom
    .remedy = donnez à chacun son propre nom
agreement-dates_out_of_order =
    .what = La date de { $date }, en { $path }, précède { $earlier }, en { $earlier_path }.
    .why = un accord est signé, puis en vigueur, et une règle prend fin ensuite
    .remedy = remettez les dates dans l’ordre
agreement-unknown_reference =
    .what = { $path } désigne { $name }, que l’accord n’établit pas à cet endroit.
    .why = chaque partie d’un accord ne peut désigner que ce que l’accord établit lui-même
    .remedy = employez l’un de ceux-ci : { $known }
agreement-no_group_to_decide =
    .what = La clause { $clause } attend une décision, et aucun groupe de travail n’est désigné (en { $path }).
    .why = sans groupe, personne ne pourrait la mettre en œuvre
    .remedy = désignez le groupe de la clause, ou faites-la commencer avec l’accord
agreement-rule_names_no_clause =
    .what = La règle { $rule } désigne la clause { $clause } (en { $path }), et l’accord n’en a aucune de ce numéro.
    .why = rien ne sort si ce n’est au titre d’une clause convenue par les deux parties
    .remedy = désignez l’une de celles-ci : { $clauses }
agreement-rule_without_area =
    .what = La règle { $rule } ne désigne aucune zone (en { $path }), et la clause { $clause } ne s’applique que dans les siennes.
    .why = la règle laisserait sortir ce que la clause ne couvre pas
    .remedy = désignez l’une de celles-ci : { $areas }
agreement-kept_too_long =
    .what = La règle { $rule } permet une conservation de { $keep_for_s } s (en { $path }) ; l’accord permet { $longest_s } s.
    .why = la clause { $clause } fixe la durée la plus longue
    .remedy = raccourcissez la durée de la règle
agreement-rule_never_reached =
    .what = La règle { $rule } ne peut jamais rien décider (en { $path }).
    .why = elle ne désigne aucun sens, entre les deux parties, qu’une règle antérieure sur les mêmes éléments laisse libre
    .remedy = retirez-la, ou placez-la avant la règle plus large
agreement-decision_of_unknown_group =
    .what = La décision { $decision } émane du groupe de travail { $group }, que l’accord n’a pas.
    .why = seul un groupe établi par l’accord peut décider en son nom
    .remedy = désignez l’un de ceux-ci : { $groups }
agreement-decision_mark_differs =
    .what = La décision { $decision } et l’accord { $agreement } ne portent pas la même mention EXEMPLE.
    .why = une décision d’exemple ne doit pas agir sur un accord réel, ni l’inverse
    .remedy = donnez à la décision la mention de son accord
agreement-decision_on_unknown_clause =
    .what = La décision { $decision } met en œuvre la clause { $clause }, et l’accord n’a pas cette clause (en { $path }).
    .why = une décision ne peut agir que sur ce qui a été convenu
    .remedy = désignez une clause de l’accord
agreement-clause_needs_no_decision =
    .what = La clause { $clause } est en œuvre depuis l’entrée en vigueur de l’accord (en { $path }).
    .why = seule une clause qui attend une décision peut être mise en œuvre par une décision
    .remedy = retirez cet effet
agreement-clause_of_another_group =
    .what = La clause { $clause } ne relève pas du groupe de travail { $group } (en { $path }).
    .why = un groupe ne décide que de ses propres clauses
    .remedy = laissez décider le groupe dont relève la clause
agreement-amendment_of_another =
    .what = L’amendement ne se rapporte pas à cette version : son champ { $field } est { $found } et non { $expected }.
    .why = un amendement modifie exactement la version que les deux parties ont en vigueur
    .remedy = rédigez-le de nouveau sur la version en vigueur
agreement-amendment_makes_another =
    .what = L’amendement annonce { $said } ; ses changements donnent { $made }.
    .why = les deux parties signent le changement et ce qui en résulte, et un changement doit changer quelque chose
    .remedy = rédigez de nouveau l’amendement avec `comity agreement amend`
agreement-amendment_too_early =
    .what = L’amendement entre en vigueur le { $in_force }, avant l’accord lui-même ({ $agreement }).
    .why = ce qui n’était pas encore en vigueur n’a pu être modifié
    .remedy = mettez les dates dans l’ordre
agreement-wording_differs =
    .what = L’amendement porte un texte en { $language } qui n’est pas celui qu’il rend obligatoire.
    .why = le texte a l’empreinte { $found }, et la version qu’il établit nomme { $expected }
    .remedy = rédigez de nouveau l’amendement avec ses textes
agreement-wording_without_clause =
    .what = Le texte de l’article { $clause } ne peut être remplacé : le texte n’a aucun intertitre de ce numéro.
    .why = un texte se divise en articles à ses intertitres, et celui qui n’y est pas est introuvable
    .remedy = nommez un article dont le texte est affiché
agreement-wording_not_of_one_clause =
    .what = Le nouveau texte de l’article { $clause } est vide, ou contient un intertitre (une ligne qui commence par ##).
    .why = le texte d’un article se tient sous son propre intertitre, et un second ouvrirait un autre article
    .remedy = écrivez des phrases, sans ligne qui commence par ##
agreement-cannot_be_amended =
    .what = La partie { $part } ne peut être modifiée.
    .why = les parties, l’identifiant, les dates et la mention EXEMPLE font de l’accord ce qu’il est
    .remedy = laissez cette partie telle quelle, ou faites un autre accord qui remplace celui-ci
agreement-change_names_nothing =
    .what = L’amendement nomme { $name } parmi { $part }, où ce membre n’existe pas.
    .why = seul ce qui figure dans la version en vigueur peut être retiré ou suivi
    .remedy = nommez l’un de : { $known }
agreement-notice_does_not_fit =
    .what = La notification ne convient pas à l’accord { $agreement } : son champ { $field } est d’un autre.
    .why = une notification n’agit qu’en vertu de l’accord et de l’article qui la permettent, et sur le registre du partenaire
    .remedy = rédigez-la de nouveau pour cet accord
agreement-keys_do_not_fit =
    .what = L’annexe des clés ne peut être signée au titre de { $agreement } : { $reason }.
    .why = chaque clé porte le nom de son registre ou de son accusé de réception, sert à un seul rôle, est remplacée avec l’autre clé de la partie et ne revient jamais une fois abandonnée
    .remedy = générez de nouvelles clés avec `comity keys draw` et comparez les empreintes de vive voix
agreement-office_does_not_fit =
    .what = Le bureau { $office } ne convient pas : son champ { $field } est erroné.
    .why = un bureau appartient à une partie, finit après son début et succède à un bureau qui a commencé avant lui
    .remedy = corrigez la liste des bureaux
agreement-differs-added = Nouveau : { $part ->
        [domains] Domaine
        [groups] Groupe de travail
        [kinds] Genre
        [areas] Zone
        [clauses] Article
        [rules] Règle
        [title] Titre
        [texts] Textes
        [relations] Relations
        [limits] Limites
        [termination] Dénonciation
        [retention] Conservation
       *[other] Partie
    } { $id }
agreement-differs-removed = Retiré : { $part ->
        [domains] Domaine
        [groups] Groupe de travail
        [kinds] Genre
        [areas] Zone
        [clauses] Article
        [rules] Règle
        [title] Titre
        [texts] Textes
        [relations] Relations
        [limits] Limites
        [termination] Dénonciation
        [retention] Conservation
       *[other] Partie
    } { $id }
agreement-differs-changed = Modifié : { $part ->
        [domains] Domaine
        [groups] Groupe de travail
        [kinds] Genre
        [areas] Zone
        [clauses] Article
        [rules] Règle
        [title] Titre
        [texts] Textes
        [relations] Relations
        [limits] Limites
        [termination] Dénonciation
        [retention] Conservation
       *[other] Partie
    } { $id }
agreement-differs-field = { $path } : { $before } → { $after }
agreement-differs-not = Les deux versions ne diffèrent pas.
agreement-lets-more = Il sort plus qu’avant.
agreement-lets-less = Il sort moins qu’avant.
agreement-lets-otherwise = Ce qui sort change : plus d’un côté, moins de l’autre.
## end of agreement

## ledger
ledger-genuine = Le registre { $origin } est authentique : { $size ->
        [one] sa seule inscription donne
       *[other] ses { $size } inscriptions donnent
    } l’empreinte qui a été signée.
ledger-root = Empreinte de toutes les inscriptions : { $hash }
ledger-receipt = Accusé de réception du partenaire : { $mirror }, { $instant }
ledger-by-earlier-key = La tête a été signée par une clé abandonnée depuis : c’est l’accusé de réception de l’autre partie qui compte.
ledger-no-receipt =
    { $mirrors ->
        [0] Le fichier de clés ne nomme aucune clé d’accusé de réception du partenaire : aucun ne peut être lu ici.
       *[other] Aucun accusé de réception ne figure sous cette tête. Celui du partenaire figure sous sa propre copie de ce registre ; la page Registre du nœud le montre.
    }
ledger-contents = Textes { $texts } · signatures { $votes } · communications { $releases } · déclarations d’heure { $beats }
ledger-unread = Inscriptions d’une autre forme, montrées mais sans effet : { $count }
ledger-only-grew = Il n’a fait que croître depuis la tête de { $size ->
        [one] { $size } inscription
       *[other] { $size } inscriptions
    } déjà vue.
ledger-evidence = Les deux têtes signées sont gardées comme pièces à conviction : { $known } et { $found }
ledger-proof-written = La preuve est écrite dans { $file }.
ledger-proved = L’inscription { $index } est authentique : elle figure au registre { $origin }, ce que prouve sa tête signée de { $size ->
        [one] { $size } inscription
       *[other] { $size } inscriptions
    }.
ledger-proved-act = Inscrit le { $instant } par : { $office }
ledger-agreed = { $series } : convenu par les deux, { $hash } (textes convenus à ce jour : { $count })
ledger-not-agreed = { $series } : rien n’est encore convenu par les deux.
ledger-awaits = { $series } : { $hash } attend une signature dans { $origin }.
ledger-nothing-tabled = Aucune des parties n’a déposé de texte.
ledger-bad_checkpoint =
    .what = La tête du registre est mal formée.
    .why = trois lignes sont attendues : le nom, la taille sans zéro initial, et une empreinte de 32 octets en base64
    .remedy = redemandez-la au détenteur du registre ; si rien ne change, son logiciel est en cause
ledger-bad_entry =
    .what = L’acte { $kind } ne peut pas être inscrit au registre.
    .why = une de ses parties est mal formée, ou il dépasse { $limit } octets ({ $found })
    .remedy = vérifiez la série, la version, les empreintes, le bureau, l’instant et le sel de 16 octets
ledger-bad_key_name =
    .what = { $name } ne peut pas être le nom d’une clé.
    .why = le nom d’une clé est un seul mot de 255 octets au plus, sans espace et sans « + »
    .remedy = nommez-la comme une adresse web sans son préfixe, par exemple dz.example/dz-us-mou-2025
ledger-bad_keys =
    .what = Le fichier de clés est mal formé.
    .why = il lui faut log, la clé d’un registre, et il peut contenir origin, earlier, mirrors, mirror et mirror_pq
    .remedy = inscrivez-y les clés qui figurent sur les cartes des parties
ledger-bad_proof =
    .what = La preuve ne tient pas.
    .why = ses empreintes ne mènent pas à la racine de la tête signée
    .remedy = conservez la preuve et la tête, et redemandez les deux au détenteur du registre
ledger-bad_seed =
    .what = La clé privée de { $name } ne peut pas être créée.
    .why = il faut une graine de 32 octets et le type 1 ou 4 ; on a { $found } octets et le type { $kind }
    .remedy = tirez 32 octets de la source d’aléa du système
ledger-bad_signature =
    .what = La signature de { $name } n’est pas authentique.
    .why = elle ne correspond pas au texte sous lequel elle figure : l’un des deux a été altéré
    .remedy = conservez le fichier comme pièce à conviction et redemandez son registre à { $name }
ledger-bad_signature_line =
    .what = Une ligne de la tête signée n’est pas une signature.
    .why = la ligne { $line } n’est pas de la forme : tiret, nom, base64
    .remedy = redemandez-la au détenteur du registre ; un transfert a pu l’endommager
ledger-bad_tlog_proof =
    .what = Le fichier n’est pas une preuve.
    .why = un titre, un numéro, des empreintes de 32 octets, une ligne vide et une tête signée sont attendus, et rien d’autre
    .remedy = redemandez-le à qui l’a établi ; un transfert a pu l’abîmer
ledger-bad_vkey =
    .what = { $vkey } n’est pas une clé de vérification.
    .why = une clé s’écrit nom+8 chiffres hexadécimaux+base64
    .remedy = copiez la ligne entière depuis la carte remise par son titulaire
ledger-entries_cut_off =
    .what = Le fichier { $path } du registre est tronqué.
    .why = il s’arrête au milieu de l’inscription { $entry }
    .remedy = redemandez ce fichier au détenteur du registre
ledger-entries_overrun =
    .what = Le fichier { $path } du registre est trop long.
    .why = { $extra } octets suivent sa dernière inscription
    .remedy = redemandez ce fichier au détenteur du registre
ledger-entry_altered =
    .what = L’inscription { $entry } du registre a été altérée.
    .why = dans le fichier { $path }, elle ne donne pas l’empreinte qui a été signée pour elle
    .remedy = conservez le fichier comme pièce à conviction et redemandez-le au détenteur du registre
ledger-entry_too_large =
    .what = L’inscription est trop volumineuse pour le registre.
    .why = elle compte { $found } octets ; une inscription en compte au plus { $limit }
    .remedy = placez son contenu dans un fichier séparé que l’inscription désigne par son empreinte
ledger-file_too_large =
    .what = Le fichier { $path } du registre est trop volumineux.
    .why = il dépasse les { $limit } octets qu’il peut compter
    .remedy = demandez au détenteur du registre ce qui a été publié, et ne vous y fiez pas d’ici là
ledger-fork =
    .what = Le registre { $origin } se contredit.
    .why = ses { $known } premières inscriptions ne sont pas celles qui ont été vues et vérifiées auparavant
    .remedy = conservez les deux têtes signées comme pièces à conviction ; ce qui était convenu par les deux parties reste en vigueur
ledger-leftover_altered =
    .what = Le fichier { $path } du registre, resté d’une taille antérieure, a été altéré.
    .why = il ne commence pas comme { $successor }, que la tête signée prouve
    .remedy = conservez le fichier comme pièce à conviction et redemandez-le au détenteur du registre
ledger-missing_file =
    .what = Le fichier { $path } du registre manque.
    .why = la tête signée affirme qu’il existe
    .remedy = demandez-le au détenteur du registre, ou recopiez le dossier en entier
ledger-no_known_signature =
    .what = Aucune clé connue n’a signé ceci.
    .why = sur { $count } signatures, aucune n’est d’une clé qui peut le signer maintenant : une clé abandonnée ne compte plus, et une nouvelle pas avant que les deux aient signé ensemble une même tête du registre
    .remedy = vérifiez que les clés sont celles de ce registre et les plus récentes, puis redemandez-le à son détenteur
ledger-no_such_entry =
    .what = Le registre n’a pas d’inscription { $index }.
    .why = la tête signée couvre les inscriptions de 0 jusqu’à { $size } non compris
    .remedy = indiquez une inscription au-dessous de ce numéro, ou donnez une tête plus récente
ledger-note_not_text =
    .what = La tête signée n’est pas du texte simple.
    .why = elle contient des octets qui ne sont pas de l’UTF-8, ou des caractères de commande
    .remedy = redemandez-la au détenteur du registre ; un transfert a pu l’endommager
ledger-note_too_large =
    .what = La tête signée est trop volumineuse.
    .why = elle dépasse { $limit } octets
    .remedy = demandez au détenteur du registre ce qui a été publié, et ne vous y fiez pas d’ici là
ledger-note_unsigned =
    .what = La tête signée ne porte aucune signature.
    .why = on attend un texte, une ligne vide et des lignes de signature entières
    .remedy = redemandez-la au détenteur du registre ; elle a pu être coupée en route
ledger-own_signature_missing =
    .what = Le registre { $origin } n’a pas signé cette tête.
    .why = elle porte des accusés de réception d’autres parties, et aucune signature de la clé propre du registre
    .remedy = redemandez-la au détenteur du registre et vérifiez les clés
ledger-proof_without_entry =
    .what = La preuve ne porte aucune inscription.
    .why = sa ligne `extra` manque ou dépasse la longueur d’une inscription, si bien que rien ne dit ce qu’elle prouve
    .remedy = redemandez la preuve avec son inscription
ledger-rollback =
    .what = Le registre { $origin } est revenu en arrière.
    .why = il compte maintenant { $found } inscriptions, et { $known } avaient été vues
    .remedy = conservez les deux têtes signées comme pièces à conviction et demandez à son détenteur pourquoi des inscriptions manquent
ledger-tile_altered =
    .what = Le fichier { $path } du registre a été altéré.
    .why = ses empreintes ne s’accordent pas avec celles du dessus et du dessous
    .remedy = conservez le fichier comme pièce à conviction et redemandez-le au détenteur du registre
ledger-too_many_signatures =
    .what = La tête signée porte trop de signatures.
    .why = elle en compte { $count }, et { $limit } au plus sont lues
    .remedy = demandez au détenteur du registre ce qui a été publié
ledger-unsignable_text =
    .what = Le texte ne peut pas être signé.
    .why = on signe un texte UTF-8 qui se termine par un saut de ligne et ne contient aucun autre caractère de commande
    .remedy = réécrivez-le sans caractères de commande et terminez-le par un saut de ligne
ledger-unsupported_key =
    .what = La clé de { $name } est d’un genre que Comity ne lit pas.
    .why = elle est du type { $kind } avec { $found } octets ; les types 1 et 4 en ont 32, le type 6 en a 1312
    .remedy = demandez à son titulaire une clé Ed25519, ou une clé ML-DSA-44 pour un accusé de réception
ledger-vkey_altered =
    .what = La clé de { $name } ne correspond pas à sa propre empreinte.
    .why = le texte annonce { $stated }, ses octets donnent { $computed }
    .remedy = redemandez la clé à son titulaire et comparez les empreintes de vive voix
ledger-weak_key =
    .what = La clé de { $name } ne prouve rien.
    .why = c’est l’une des rares clés Ed25519 pour lesquelles une signature se fabrique sans aucun secret
    .remedy = demandez une nouvelle clé à son titulaire et comparez les empreintes de vive voix
ledger-wrong_length =
    .what = Le fichier { $path } du registre n’a pas la bonne longueur.
    .why = il compte { $found } octets au lieu de { $expected }
    .remedy = redemandez ce fichier au détenteur du registre
ledger-wrong_record =
    .what = Ce n’est pas le registre { $expected }.
    .why = sa tête nomme { $found }
    .remedy = vérifiez l’adresse et les clés
ledger-wrong_root =
    .what = La tête du registre ne correspond pas à ses inscriptions.
    .why = ses { $size } inscriptions donnent une autre empreinte que celle qui a été signée
    .remedy = conservez la tête comme pièce à conviction et redemandez le registre à son détenteur
## end of ledger

## rescue
rescue-area_not_read =
    .what = La zone { $name } n’a pas été lue.
    .why = le scénario nomme un fichier, et le calcul a besoin de ses points
    .remedy = lisez d’abord le fichier, ou écrivez les points dans le cas
rescue-crossed_polygon =
    .what = Le contour de la zone se croise ou n’enferme rien.
    .why = on ne peut distinguer l’intérieur de l’extérieur
    .remedy = donnez les points dans leur ordre autour de la zone
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
    .remedy = employez l’un de ceux-ci : { $choices }
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
    .why = une zone est une liste d’anneaux, chacun d’au moins trois couples longitude et latitude
    .remedy = écrivez polygon = [[[4.9, 37.1], [5.6, 37.1], [5.6, 37.6]]], ou le nom d’un fichier GeoJSON
rescue-not_a_table =
    .what = { $key } n’est pas une table dans le fichier du cas.
    .why = les objets, scénarios et moyens sont des listes de tables, avec au moins une table pour chaque élément indispensable
    .remedy = écrivez [{ $key }] ou [[{ $key }]] seul sur sa ligne, et ses clés au-dessous
rescue-not_an_instant =
    .what = { $key } dans { $table } vaut { $value }, qui n’est pas un instant.
    .why = un cas demande une date, une heure et un fuseau
    .remedy = écrivez-le en UTC avec un Z final, par exemple 2008-08-06T09:51:00Z
rescue-not_text =
    .what = { $key } dans { $table } vaut { $value }.
    .why = il faut un texte, non vide lorsqu’il s’agit de fichiers
    .remedy = écrivez { $key } entre guillemets
rescue-out_of_range =
    .what = { $key } dans { $table } vaut { $value }.
    .why = la valeur doit être comprise entre { $low } et { $high }
    .remedy = corrigez { $key }
rescue-outside_field =
    .what = Le champ { $quantity } ne couvre pas la position { $position } à { $instant }.
    .why = il couvre { $west } à { $east } degrés de longitude, { $south } à { $north } degrés de latitude, de { $first } à { $last }, en mer
    .remedy = ajoutez des fichiers qui couvrent le cas, ou terminez le calcul plus tôt
rescue-nothing_in_water =
    .what = Aucune hypothèse n’est à l’eau à { $instant }.
    .why = toutes celles qui ont un poids entrent dans l’eau plus tard
    .remedy = demandez la carte à un instant ultérieur
rescue-becomes_when =
    .what = { $table } ne dit pas une fois pour toutes quand l’objet en devient un autre.
    .why = il faut after_s ou mean_s, et pas les deux
    .remedy = écrivez after_s = [3600, 21600] pour une chance égale entre deux instants, ou mean_s = 14400 pour un taux
rescue-changes_backward =
    .what = Un objet qui en devient un autre ne peut être ramené en arrière dans le temps.
    .why = ce qu’il était auparavant ne se déduit pas de ce qu’il est
    .remedy = faites dériver ce qui a été trouvé, et retirez becomes et capsizes
rescue-ends_after_start =
    .what = Le calcul remonte le temps, et le scénario { $number } commence avant sa fin.
    .why = until dans [run] n’est pas antérieur à l’heure du scénario
    .remedy = placez until avant la première heure connue, ou retirez direction = "backward"
rescue-leeway_twice =
    .what = { $table } a une classe de dérive et une dérive au vent.
    .why = le vent déplace un objet de l’une des deux façons
    .remedy = retirez leeway ou wind_drift
rescue-no_object_weighs =
    .what = Aucun objet du cas n’a un poids supérieur à 0.
    .why = un objet de poids 0 n’est que ce qu’un autre devient
    .remedy = donnez un poids à ce qui peut dériver dès le départ
rescue-uncertainty_twice =
    .what = Le cas dit qu’il n’y a pas d’incertitude, et combien elle vaut.
    .why = [run] a uncertainty = "none", et il y a une table [uncertainty]
    .remedy = retirez l’un des deux
rescue-start_on_land =
    .what = { $share_pct } % des départs tombent à terre.
    .why = { $position } est à terre, et presque toutes les autres positions que permet le scénario le sont aussi
    .remedy = corrigez la dernière position connue ou son erreur
rescue-step_not_in_hour =
    .what = Un pas de { $step_s } s ne divise pas une heure.
    .why = le nuage est écrit toutes les heures, à la fin d’un pas
    .remedy = choisissez un pas tel que 300, 600, 900, 1800 ou 3600
rescue-times_out_of_order =
    .what = Les heures de { $table } sont inversées.
    .why = le dernier instant précède le premier
    .remedy = écrivez time = [premier, dernier]
rescue-unknown_key =
    .what = { $table } contient la clé { $key }, qui n’existe pas.
    .why = une clé mal orthographiée reprendrait sa valeur par défaut sans que rien ne le signale
    .remedy = employez l’une de celles-ci : { $known }
rescue-unknown_leeway =
    .what = La classe de dérive { $name } n’existe pas.
    .why = la table compte les numéros 1 à { $last } et leurs clés
    .remedy = pensiez-vous à l’une de celles-ci : { $near } ?
rescue-wrong_quantity =
    .what = Le champ { $source } est un champ { $given }.
    .why = le calcul attend ici un champ { $needed }
    .remedy = échangez les fichiers de courant et de vent
# The 85 classes of the leeway table, by number.
leeway-1 = Personne à l’eau, état inconnu (valeurs moyennes)
leeway-2 = Personne à l’eau, debout et consciente, aide à la flottabilité de type III
leeway-3 = Personne à l’eau, assise, gilet de sauvetage de type I ou II
leeway-4 = Personne à l’eau, combinaison de survie, sur le dos
leeway-5 = Personne à l’eau, combinaison de plongée, sur le dos
leeway-6 = Personne à l’eau, décédée, visage vers le bas
leeway-7 = Radeau de sauvetage, lest profond, capacité et charge inconnues, valeurs moyennes
leeway-8 = Radeau de sauvetage, 4 à 14 personnes, lest profond, tente, valeurs moyennes
leeway-9 = Radeau de sauvetage, 4 à 14 personnes, lest profond, sans ancre flottante
leeway-10 = Radeau de sauvetage, 4 à 14 personnes, lest profond, tente, sans ancre flottante, peu chargé
leeway-11 = Radeau de sauvetage, 4 à 14 personnes, lest profond, sans ancre flottante, fortement chargé
leeway-12 = Radeau de sauvetage, 4 à 14 personnes, lest profond, tente, ancre flottante, valeurs moyennes
leeway-13 = Radeau de sauvetage, 4 à 14 personnes, lest profond, tente, ancre flottante, peu chargé
leeway-14 = Radeau de sauvetage, 4 à 14 personnes, lest profond, tente, ancre flottante, fortement chargé
leeway-15 = Radeau de sauvetage, 15 à 50 personnes, lest profond, tente, valeurs moyennes
leeway-16 = Radeau de sauvetage, 15 à 50 personnes, lest profond, tente, sans ancre flottante, peu chargé
leeway-17 = Radeau de sauvetage, 15 à 50 personnes, lest profond, tente, ancre flottante, fortement chargé
leeway-18 = Radeau de sauvetage, lest profond, chaviré, valeurs moyennes
leeway-19 = Radeau de sauvetage, lest profond, rempli d’eau, valeurs moyennes
leeway-20 = Radeau de sauvetage, lest peu profond, tente, valeurs moyennes
leeway-21 = Radeau de sauvetage, lest peu profond, tente, sans ancre flottante
leeway-22 = Radeau de sauvetage, lest peu profond, tente, ancre flottante
leeway-23 = Radeau de sauvetage, lest peu profond, tente, chaviré
leeway-24 = Radeau individuel d’évacuation de sous-marin (SEIE), lest peu profond, tente, sans ancre flottante
leeway-25 = Radeau individuel d’évacuation de sous-marin (SEIE), lest peu profond, tente, ancre flottante
leeway-26 = Radeau de sauvetage, sans lest, valeurs moyennes
leeway-27 = Radeau de sauvetage, sans lest, sans tente, sans ancre flottante
leeway-28 = Radeau de sauvetage, sans lest, sans tente, ancre flottante
leeway-29 = Radeau de sauvetage, sans lest, tente, sans ancre flottante
leeway-30 = Radeau de sauvetage, sans lest, tente, ancre flottante
leeway-31 = Lot de sauvetage en mer (USCG) : trois radeaux lestés et 300 m de filin
leeway-32 = Radeau de sauvetage, 4 à 6 personnes, d’aéronef, sans lest, tente, sans ancre flottante
leeway-33 = Toboggan d’évacuation d’aéronef avec radeau de sauvetage, 46 personnes
leeway-34 = Capsule de sauvetage rigide (SOLAS), 22 personnes
leeway-35 = Radeau de sauvetage rigide (Ovatek), 4 et 7 personnes, peu chargé, sans ancre flottante, valeurs moyennes
leeway-36 = Radeau de sauvetage rigide (Ovatek), 4 personnes, peu chargé, sans ancre flottante
leeway-37 = Radeau de sauvetage rigide (Ovatek), 7 personnes, peu chargé, sans ancre flottante
leeway-38 = Radeau de sauvetage rigide (Ovatek), 4 et 7 personnes, à pleine charge, ancre flottante, valeurs moyennes
leeway-39 = Radeau de sauvetage rigide (Ovatek), 4 personnes, à pleine charge, ancre flottante
leeway-40 = Radeau de sauvetage rigide (Ovatek), 7 personnes, à pleine charge, ancre flottante
leeway-41 = Kayak de mer, personne sur le pont arrière
leeway-42 = Planche de surf avec une personne
leeway-43 = Planche à voile, mât et voile dans l’eau
leeway-44 = Canot à moteur hors-bord, carène en V modifié ou cathédrale
leeway-45 = Canot, carène en V
leeway-46 = Canot rempli d’eau et chaviré
leeway-47 = Canot en aluminium, carène en V de l’étrave à la poupe
leeway-48 = Vedette de plaisance sans capote, carène en V modifié
leeway-49 = Bateau de pêche sportive, console centrale, cockpit ouvert
leeway-50 = Navire de pêche, valeurs moyennes
leeway-51 = Navire de pêche, sampan hawaïen
leeway-52 = Navire de pêche, chalutier japonais, latéral et arrière
leeway-53 = Navire de pêche, palangrier japonais
leeway-54 = Navire de pêche, coréen
leeway-55 = Navire de pêche, fileyeur à enrouleur arrière
leeway-56 = Caboteur
leeway-57 = Voilier monocoque, valeurs moyennes
leeway-58 = Voilier monocoque, démâté, valeurs moyennes
leeway-59 = Voilier monocoque, démâté, safran au milieu
leeway-60 = Voilier monocoque, démâté, sans safran
leeway-61 = Voilier monocoque, à sec de toile, valeurs moyennes
leeway-62 = Voilier monocoque, à sec de toile, safran au milieu
leeway-63 = Voilier monocoque, à sec de toile, safran à la cape
leeway-64 = Voilier monocoque, quille à aileron, faible tirant d’eau
leeway-65 = Dériveur (Sunfish), à sec de toile, sans safran
leeway-66 = Débris de navire de pêche
leeway-67 = Bouée repère de datum autopositionnée, sans prise au vent
leeway-68 = Radiobalise de détresse de sous-marin (SEPIRB)
leeway-69 = Caisse à appâts d’un mètre cube de glace, valeurs moyennes
leeway-70 = Caisse à appâts d’un mètre cube de glace, peu chargée
leeway-71 = Caisse à appâts d’un mètre cube de glace, pleine
leeway-72 = Fût de 220 l (55 gallons)
leeway-73 = Conteneur de 40 pieds à l’échelle 1/3, immergé à 70 %
leeway-74 = Conteneur de 20 pieds, immergé à 80 %
leeway-75 = Mine marine L-MK2 de la Seconde Guerre mondiale
leeway-76 = Radeau de fortune de migrants (Cuba), sans voile
leeway-77 = Radeau de fortune de migrants (Cuba), à voile
leeway-78 = Déchets flottants d’eaux usées, applicateur de tampon
leeway-79 = Déchets médicaux, valeurs moyennes
leeway-80 = Déchets médicaux, flacons
leeway-81 = Déchets médicaux, grands flacons
leeway-82 = Déchets médicaux, petits flacons
leeway-83 = Déchets médicaux, seringues
leeway-84 = Déchets médicaux, grandes seringues
leeway-85 = Déchets médicaux, petites seringues
## end of rescue

## forcing-and-scenarios
rescue-no_track =
    .what = { $table } n’a pas de route, ou en a deux.
    .why = un voyage suit un fichier GPX ou des points écrits dans le dossier, l’un des deux
    .remedy = écrivez track = "track.gpx", ou waypoints, une liste de tables avec lat, lon et time
rescue-track_without_times =
    .what = La route de { $table } ne dit pas où se trouvait le navire et quand.
    .why = elle compte { $points } points, dont { $times } avec une heure, et chacun doit être postérieur au précédent
    .remedy = donnez une heure à chaque point, ou écrivez departed et speed_kt
rescue-not_under_way =
    .what = L’heure de { $table } n’est pas celle de son voyage.
    .why = le navire fait route de { $first } à { $last }, et l’accident est cherché de { $begin } à { $end }
    .remedy = corrigez l’heure du dernier contact, ou les heures des points de la route
rescue-two_timetables =
    .what = Les points de { $table } tiennent leurs heures de deux endroits, ou de la moitié d’un seul.
    .why = les clés departed et speed_kt vont ensemble, et avec une route dont les points n’ont pas d’heure
    .remedy = écrivez les deux, ou aucune, et pas d’heures dans la route à côté d’elles
rescue-no_distance =
    .what = { $table } ne laisse aucune distance entre { $least } m et { $most } m.
    .why = ce qui a été vu se trouve entre les deux, et la seconde doit être la plus grande
    .remedy = corrigez les distances, ou la visibilité et les hauteurs qui les limitent
rescue-no_chance_on_track =
    .what = Les dangers ne laissent aucune partie du voyage où l’accident ait pu se produire.
    .why = toute la route passe près d’un danger de facteur 0
    .remedy = donnez à un danger qui abaisse la probabilité un facteur supérieur à 0, ou un rayon plus petit
rescue-debris_not_drifted =
    .what = L’objet trouvé n’a pas été ramené à son lieu d’origine.
    .why = le lieu du naufrage se déduit d’une dérive à rebours depuis le lieu de la découverte, qui demande les champs
    .remedy = faites dériver le cas en entier, ce qui commence par le chemin du retour
rescue-source_of_nothing =
    .what = [source] nomme { $path }, que le fichier du cas ne contient pas.
    .why = une source appartient à une clé qui existe, comme run.until ou scenario.1.lat
    .remedy = corrigez le nom, ou supprimez la ligne
files-not_one_track =
    .what = { $file } n’est pas un fichier GPX à une seule route.
    .why = il contient { $tracks } traces et { $routes } routes, avec { $points } points dans celle qui serait lue
    .remedy = gardez une seule trace dans le fichier, telle que le traceur ou le téléphone l’exporte
files-bad_track_point =
    .what = Le point { $number } de { $file } ne peut être lu.
    .why = sa position ou son heure n’en est pas une : { $reason }
    .remedy = corrigez le point, ou supprimez-le
files-opendap_silent =
    .what = Le serveur de { $name } ne répond pas en OPeNDAP.
    .why = cette machine est peut-être hors ligne, l’adresse fausse ou le serveur arrêté ; la bibliothèque dit : { $reason }
    .remedy = ouvrez l’adresse avec .html à la fin dans un navigateur, ou apportez d’abord les champs ici : comity rescue fetch
files-missing_extra =
    .what = { $file } demande une partie de Comity qui n’est pas installée.
    .why = son format est lu par la bibliothèque { $library }, qui vient avec l’extra { $extra }
    .remedy = lancez pip install ’comity[{ $extra }]’, ou convertissez le fichier en netCDF
files-unreadable_zarr =
    .what = { $file } ne peut être lu comme Zarr.
    .why = il est incomplet ou d’un autre format ; la bibliothèque dit : { $reason }
    .remedy = copiez de nouveau le dossier entier
files-unreadable_grib =
    .what = { $file } ne peut être lu comme GRIB.
    .why = il est endommagé, tronqué ou sur une grille sans lignes ; la bibliothèque dit : { $reason }
    .remedy = récupérez de nouveau le fichier, sur une grille régulière
files-several_runs =
    .what = { $file } contient { $name } à { $instant } plus d’une fois.
    .why = il mêle des calculs ou des membres (ici ceux de { $first } et de { $second }), et choisir serait deviner
    .remedy = ne gardez dans le fichier qu’un calcul et qu’un membre
files-several_grids =
    .what = { $file } contient des champs sur plus d’une grille.
    .why = ses vents ou ses courants diffèrent par leurs nœuds
    .remedy = gardez une seule grille par fichier
files-nothing_fetched =
    .what = { $provider } n’a envoyé aucun fichier.
    .why = son programme ou son serveur a bien terminé et n’a rien laissé pour ce lieu et ce temps
    .remedy = vérifiez que le jeu de données couvre la zone et la période, ou choisissez-en un autre
files-fetch_failed =
    .what = { $provider } n’a pas pu être interrogé.
    .why = cette machine est peut-être hors ligne, ou le centre ne détient plus cette période ; la réponse est : { $reason }
    .remedy = vérifiez la ligne, puis la période ; des champs déjà présents peuvent être nommés dans le cas
files-no_such_program =
    .what = Le programme { $program } n’est pas installé.
    .why = les courants de Copernicus Marine sont apportés par l’outil de Copernicus, sous votre propre compte
    .remedy = installez-le, connectez-vous une fois avec { $program } login, puis demandez de nouveau
files-beyond_forecast =
    .what = La prévision n’atteint pas la fin de la période.
    .why = son calcul de { $run } s’arrête après { $hours } heures, et la période après { $wanted }
    .remedy = terminez le cas plus tôt, ou demandez de nouveau plus près de cette date
rescue-debris_from_land =
    .what = Aucun chemin de retour de l’objet trouvé ne reste dans l’eau.
    .why = toute hypothèse vient de la terre, ou de hors des champs, avant { $first }
    .remedy = corrigez le lieu et l’heure de la découverte, la nature de l’objet, ou le moment où il a pu quitter l’épave
## end of forcing-and-scenarios

### Detection: sweep widths, patterns, the manual plan
rescue-legs_do_not_fit =
    .what = Les segments de la recherche ont { $points } instants, { $positions } positions et { $legs } segments.
    .why = chaque point a un instant et une position, et un segment joint deux points
    .remedy = donnez au moins deux points, et un segment de moins que de points
rescue-legs_without_place =
    .what = Le point { $point } de la recherche n’a pas de place sur la carte.
    .why = sa position manque, ou se trouve à un pôle
    .remedy = retirez ce point, ou donnez sa position
rescue-legs_back_in_time =
    .what = Le point { $point } de la recherche est antérieur au point qui le précède.
    .why = une unité parcourt ses segments en avançant dans le temps
    .remedy = mettez les points dans l’ordre où ils ont été parcourus
rescue-search_outside_drift =
    .what = La recherche dure de { $first } à { $last }, et la dérive de { $begins } à { $ends }.
    .why = la position de l’objet en dehors de ces heures n’a pas été calculée
    .remedy = prolongez la dérive jusqu’à la fin de la recherche, ou corrigez les heures de la recherche
rescue-no_sweep_width_of_object =
    .what = Le moyen de détection a { $count } largeurs de balayage pour les { $objects } objets du dossier : { $widths }.
    .why = chaque objet a la sienne, en mètres, 0 pour celui que l’unité ne peut pas voir
    .remedy = donnez une largeur de balayage par objet, dans l’ordre du dossier
rescue-unknown_lateral_range =
    .what = Il n’y a pas de courbe de portée latérale { $name }.
    .why = la chance de détection selon la distance suit l’une des lois connues, ou une courbe qui vous est propre
    .remedy = employez l’une de celles-ci : { $known } ; ou donnez une courbe
rescue-not_a_lateral_curve =
    .what = Les points { $points } ne forment pas une courbe de portée latérale.
    .why = les distances partent de 0 et croissent, les chances sont entre 0 et 1, et la dernière est 0
    .remedy = donnez les points dans cet ordre, en mètres
rescue-curve_is_not_its_sweep_width =
    .what = La courbe renferme { $area_m } m, et la largeur de balayage est de { $sweep_width_m } m.
    .why = la largeur de balayage est l’aire sous la courbe de portée latérale, des deux côtés
    .remedy = corrigez l’une des deux
rescue-area_without_size =
    .what = La zone de recherche mesure { $length_m } m sur { $width_m } m, et son espacement des trajectoires { $spacing_m } m.
    .why = chacune de ces longueurs doit être supérieure à zéro
    .remedy = donnez en mètres la taille de la zone et l’espacement des trajectoires
rescue-unknown_pattern =
    .what = Il n’y a pas de circuit de recherche { $name }.
    .why = les circuits portent leur indicatif IAMSAR
    .remedy = employez l’un de ceux-ci : { $known }
rescue-drift_outruns_unit =
    .what = L’unité recherche à { $speed_m_s } m/s et l’objet dérive à { $drift_m_s } m/s.
    .why = un circuit ne peut être exact par rapport à ce qui va aussi vite que l’unité
    .remedy = donnez la vitesse de recherche de l’unité sur le fond, ou omettez la dérive
rescue-no_time_on_scene =
    .what = L’unité dispose de { $search_s } s sur zone.
    .why = les trajets aller et retour ne laissent rien de son autonomie
    .remedy = choisissez une zone plus proche, une arrivée plus tôt ou une unité d’une plus grande autonomie
rescue-unknown_search_object =
    .what = Il n’y a pas d’objet recherché { $name }.
    .why = les tables de largeurs de balayage ont les objets { $known }
    .remedy = vouliez-vous dire l’un de ceux-ci : { $near } ?
rescue-no_search_object =
    .what = Aucune largeur de balayage n’est tabulée pour { $key } ({ $about }).
    .why = aucun objet des tables ne lui ressemble, ou sa taille n’est pas connue
    .remedy = nommez l’objet recherché qui s’en approche le plus : { $known } ; ou donnez la largeur de balayage de l’unité
rescue-unknown_platform =
    .what = Il n’y a pas de largeurs de balayage pour une plateforme { $name }.
    .why = les largeurs de balayage sont tabulées selon ce qui porte les veilleurs
    .remedy = employez l’une de celles-ci : { $known }
rescue-object_not_on_platform =
    .what = Les largeurs de balayage de { $platform } n’ont pas de ligne pour { $name }.
    .why = cette table n’a que { $known }
    .remedy = employez une autre table, ou donnez la largeur de balayage de l’unité
rescue-visibility_below_table =
    .what = La visibilité est de { $visibility } { $unit }.
    .why = les largeurs de balayage de { $platform } commencent à { $first } { $unit } : en dessous, on ne sait rien de ce qui se voit
    .remedy = attendez une meilleure visibilité, ou donnez à l’unité la largeur de balayage d’un autre moyen
rescue-height_outside_table =
    .what = La hauteur de { $platform } est de { $height_ft } pieds.
    .why = ses largeurs de balayage sont tabulées de { $low_ft } à { $high_ft } pieds
    .remedy = donnez une hauteur de cet intervalle, ou la largeur de balayage propre à l’unité
rescue-flotation_does_not_count =
    .what = Un gilet n’élargit pas la largeur de balayage de { $name } depuis { $platform } à { $height_ft } pieds.
    .why = ce facteur est tabulé pour une personne à l’eau, vue d’un aéronef à { $only_ft } pieds
    .remedy = omettez-le, ou recherchez à { $only_ft } pieds
rescue-unknown_weather_scheme =
    .what = Il n’y a pas de facteurs météorologiques { $name }.
    .why = deux jeux sont imprimés, et ils diffèrent pour les grands objets
    .remedy = employez l’un de ceux-ci : { $known }
rescue-speed_outside_table =
    .what = { $platform } recherche à { $speed_kt } nœuds.
    .why = ses facteurs de vitesse sont tabulés jusqu’à { $last_kt } nœuds
    .remedy = recherchez plus lentement, ou donnez la largeur de balayage propre à l’unité
rescue-no_unit_to_plan =
    .what = Aucune unité ne peut rechercher.
    .why = l’effort d’une recherche est celui de ses unités
    .remedy = ajoutez une unité avec sa largeur de balayage, sa vitesse et son temps sur zone
rescue-unit_without_effort =
    .what = L’unité { $unit } a une largeur de balayage de { $sweep_width_m } m et recherche à { $speed_m_s } m/s.
    .why = une unité qui ne voit rien, ou ne se déplace pas, ne couvre aucune zone
    .remedy = omettez-la, ou choisissez une hauteur, une visibilité et une vitesse où elle voit l’objet
rescue-no_such_stage =
    .what = Il n’y a pas de facteur de recherche pour l’étape { $stage }.
    .why = ils sont imprimés pour la première recherche (0) et ses agrandissements jusqu’à { $last }
    .remedy = employez une étape de 0 à { $last }, ou planifiez à partir d’un nouveau point de référence
rescue-no_probable_error =
    .what = L’erreur probable du point de référence est de { $error_m } m.
    .why = la taille de la zone de recherche en est un multiple
    .remedy = donnez les erreurs du point de départ, de la dérive et des unités de recherche
rescue-unknown_survival_model =
    .what = Il n’y a pas de modèle de survie { $name }.
    .why = la survie ne compte que selon un modèle nommé et cité
    .remedy = employez l’un de ceux-ci : { $known } ; ou donnez une courbe qui vous est propre
rescue-water_outside_model =
    .what = L’eau est à { $water_c } °C.
    .why = le modèle de survie { $name } s’emploie de { $coldest_c } à { $warmest_c } °C
    .remedy = corrigez la température, ou employez un autre modèle
rescue-not_a_survival_curve =
    .what = Les points { $points } de source { $source } ne forment pas une courbe de survie.
    .why = les temps partent de 0 et croissent, les parts partent de 1 et ne croissent jamais, et une source est nommée
    .remedy = donnez les points dans cet ordre, et d’où ils viennent
pattern-PS = Ratissage parallèle
pattern-CS = Ratissage transversal
pattern-SS = Carré croissant
pattern-VS = Recherche par secteurs
pattern-TS = Route présumée, en s’écartant
pattern-TSR = Route présumée, avec retour
pattern-TSN = Route présumée, sans retour
pattern-barrier = Barrage
platform-helicopter = Hélicoptère
platform-fixed_wing = Avion
platform-boat = Embarcation
platform-vessel_amsa = Navire (table australienne)
platform-merchant_ship = Navire de commerce
search-object-person_in_water = Personne à l’eau
search-object-raft_1 = Radeau de sauvetage, 1 personne
search-object-raft_4 = Radeau de sauvetage, 4 personnes
search-object-raft_6 = Radeau de sauvetage, 6 personnes
search-object-raft_8 = Radeau de sauvetage, 8 personnes
search-object-raft_10 = Radeau de sauvetage, 10 personnes
search-object-raft_15 = Radeau de sauvetage, 15 personnes
search-object-raft_20 = Radeau de sauvetage, 20 personnes
search-object-raft_25 = Radeau de sauvetage, 25 personnes
search-object-power_boat_15ft = Bateau à moteur, jusqu’à 15 pieds (4,6 m)
search-object-power_boat_20ft = Bateau à moteur, 20 pieds (6,1 m)
search-object-power_boat_33ft = Bateau à moteur, 33 pieds (10 m)
search-object-power_boat_53ft = Bateau à moteur, 53 pieds (16 m)
search-object-power_boat_78ft = Bateau à moteur, 78 pieds (24 m)
search-object-sail_boat_15ft = Voilier, 15 pieds (4,6 m)
search-object-sail_boat_20ft = Voilier, 20 pieds (6,1 m)
search-object-sail_boat_25ft = Voilier, 25 pieds (7,6 m)
search-object-sail_boat_30ft = Voilier, 30 pieds (9,1 m)
search-object-sail_boat_40ft = Voilier, 40 pieds (12 m)
search-object-sail_boat_50ft = Voilier, 50 pieds (15 m)
search-object-sail_boat_70ft = Voilier, 70 pieds (21 m)
search-object-sail_boat_83ft = Voilier, 83 pieds (25 m)
search-object-ship_120ft = Navire, 120 pieds (37 m)
search-object-ship_225ft = Navire, 225 pieds (69 m)
search-object-ship_300ft = Navire, à partir de 300 pieds (91 m)
lateral-range-definite = Portée nette
lateral-range-inverse_cube = Inverse du cube
lateral-range-exponential = Exponentielle (recherche au hasard)
sweep-factor-uncorrected = Largeur de balayage non corrigée
sweep-factor-flotation = Gilet de flottaison
sweep-factor-weather = Temps
sweep-factor-speed = Vitesse
sweep-factor-fatigue = Fatigue
survival-ussartf = Abaque des durées de survie attendues (plancher de planification)
survival-hayward = Hayward 1975 (non vérifié)
survival-xu_giesbrecht = Xu et Giesbrecht 2018 (non vérifié)
manual-note-coverage_below_half = Le coefficient de couverture est inférieur à 0,5 : une recherche aussi lâche est déconseillée.
datum-kind-point = Un point de référence
datum-kind-divergence = Deux points de référence, une zone
datum-kind-two_areas = Deux points de référence, deux zones
datum-kind-line = Ligne de référence
worksheet-drift_time = Durée de la dérive
worksheet-wind = Vent de surface moyen
worksheet-wind_from = Direction d’où vient le vent
worksheet-current = Courant total
worksheet-current_set = Direction du courant
worksheet-leeway = Vitesse de dérive due au vent
worksheet-divergence = Angle de divergence
worksheet-wind_error = Erreur de vitesse due au vent
worksheet-current_error = Erreur du courant total
worksheet-leeway_error = Erreur de dérive due au vent
worksheet-velocity_error = Erreur de vitesse de dérive
worksheet-drift_error = Erreur de dérive
worksheet-position_error = Erreur du point de départ
worksheet-searcher_error = Erreur de position des unités
worksheet-total_error = Erreur probable totale
worksheet-divergence_distance = Distance de divergence
worksheet-separation_ratio = Rapport de séparation
worksheet-line_length = Longueur de la ligne de référence
worksheet-sweep_width = Largeur de balayage corrigée
worksheet-speed = Vitesse de recherche
worksheet-search_time = Temps de recherche
worksheet-effort = Effort de recherche
worksheet-total_effort = Effort total disponible
worksheet-effort_factor = Facteur d’effort
worksheet-relative_effort = Effort relatif
worksheet-cumulative_effort = Effort relatif cumulé
worksheet-search_factor = Facteur de recherche optimal
worksheet-search_radius = Rayon de recherche optimal
worksheet-search_area = Zone de recherche optimale
worksheet-coverage = Coefficient de couverture
worksheet-track_spacing = Espacement des trajectoires
worksheet-pod = Probabilité de détection
worksheet-drift_downwind = Distance de dérive, sous le vent
worksheet-drift_downwind_set = Direction de la dérive, sous le vent
worksheet-datum_downwind_lat = Latitude du point de référence, sous le vent
worksheet-datum_downwind_lon = Longitude du point de référence, sous le vent
worksheet-drift_left = Distance de dérive, à gauche du lit du vent
worksheet-drift_left_set = Direction de la dérive, à gauche du lit du vent
worksheet-datum_left_lat = Latitude du point de référence, à gauche du lit du vent
worksheet-datum_left_lon = Longitude du point de référence, à gauche du lit du vent
worksheet-drift_right = Distance de dérive, à droite du lit du vent
worksheet-drift_right_set = Direction de la dérive, à droite du lit du vent
worksheet-datum_right_lat = Latitude du point de référence, à droite du lit du vent
worksheet-datum_right_lon = Longitude du point de référence, à droite du lit du vent
survival-reading-ussartf = Tous sont en vie jusqu’à la première durée de la tranche de l’abaque, puis de moins en moins, régulièrement, jusqu’à la seconde. Un plancher de planification, jamais une raison d’arrêter une recherche.
survival-reading-hayward = De moins en moins dès le début, la moitié en vie à la durée calculée. Non vérifié : la formule a été lue de seconde main et diverge à 23,1 °C.
survival-reading-xu_giesbrecht = De moins en moins dès le début, jusqu’à la plus longue durée. Non vérifié : la formule a été lue de seconde main.
worksheet-from-method = calculé
worksheet-from-given = indiqué
worksheet-from-fields = moyenne des champs pendant la dérive
worksheet-from-table = selon la table
worksheet-from-drift_class = selon les droites de la classe de dérive
worksheet-from-usual = valeur usuelle faute de mieux
worksheet-from-sweep_width = tables de largeurs de balayage et leurs facteurs
worksheet-from-ideal_curve = courbe idéale (inverse du cube)
rescue-search_on_backward_drift =
    .what = La dérive remonte de { $begins } à { $ends }.
    .why = on recherche ce qui dérive encore, et non d’où cela vient
    .remedy = faites dériver vers l’avant ce que la dérive à rebours a trouvé, et recherchez sur ce résultat
rescue-worksheet_without_position =
    .what = Le dossier { $case } n’a pas de dernière position connue.
    .why = la méthode manuelle part d’une position et d’une heure
    .remedy = ajoutez un scénario de type last_known_position, ou employez le plan calculé seul
### end of detection

### Search plans: units, sorties, what a search taught

rescue-unit_named_twice =
    .what = Deux unités portent l’identifiant { $unit }.
    .why = trajets et résultats sont tenus sous l’identifiant de leur unité
    .remedy = donnez à chaque unité un identifiant à elle
rescue-unit_out_of_range =
    .what = { $unit } ne peut pas aller à la zone de recherche et en revenir.
    .why = la zone est à { $distance } milles marins de sa base : { $hours } heures aller et retour, sur les { $endurance } dont elle dispose de base à base
    .remedy = corrigez sa base, sa vitesse ou son autonomie, ou retirez-la de cette recherche
rescue-unit_cannot_reach =
    .what = { $unit } ne peut pas être sur zone à { $on_scene }.
    .why = la zone est à { $distance } milles marins de sa base, soit { $hours } heures, et elle ne peut pas partir avant { $leaves }
    .remedy = corrigez sa base, sa vitesse, l’heure où elle est prête ou celle où elle doit être sur zone
rescue-unit_sees_nothing =
    .what = { $unit } ne verrait aucun des objets de ce cas.
    .why = dans ces conditions, à cette hauteur et à cette vitesse, la largeur de balayage est nulle pour chacun
    .remedy = attendez une meilleure visibilité, changez de hauteur ou de vitesse, ou donnez la largeur de balayage d’un autre moyen
rescue-endurance_too_short =
    .what = { $unit } a { $minutes } minutes sur zone : c’est trop court pour une recherche.
    .why = à sa vitesse cela fait { $track } milles marins de recherche, moins que le tour d’un carré de sa largeur de balayage ; le trajet aller prend { $way } minutes
    .remedy = donnez-lui plus de temps sur zone, ou retirez-la de cette recherche
rescue-nothing_afloat =
    .what = Aucune hypothèse n’est à l’eau quand la recherche commence.
    .why = toute la probabilité est à la côte, ou n’est pas encore à l’eau à cette heure
    .remedy = cherchez la côte depuis la terre, ou vérifiez la dernière position connue, les objets et les heures
rescue-no_units =
    .what = Le cas { $case } ne nomme aucune unité qui puisse chercher.
    .why = un plan demande au moins un [[unit]] avec plateforme, vitesse, heure sur zone et autonomie
    .remedy = ajoutez au fichier du cas les unités offertes
rescue-no_sortie_left =
    .what = Aucune sortie du cas ne commence à { $after } ou plus tard.
    .why = ce qui a été cherché jusque-là est derrière ; le plan suivant demande des unités qui peuvent encore sortir
    .remedy = donnez aux unités de nouvelles heures sur zone, ou plus de sorties, et faites durer la dérive d’autant
rescue-sweep_widths_do_not_fit =
    .what = { $unit } a { $widths } largeurs de balayage pour { $objects } objets.
    .why = chaque objet se voit à sa propre distance
    .remedy = donnez une largeur de balayage pour tous les objets, ou une pour chacun dans leur ordre
rescue-no_conditions =
    .what = Le cas { $case } ne dit pas ce que les chercheurs trouveront sur zone.
    .why = les largeurs de balayage dépendent de la visibilité, du vent et de la mer
    .remedy = ajoutez [conditions] avec visibility_nm, wind_kt et sea_m, ou donnez à chaque unité sa largeur de balayage
rescue-search_objects_do_not_fit =
    .what = [plan] nomme { $names } objets de recherche pour { $objects } objets.
    .why = chaque objet du cas se lit dans les tables sous son propre nom
    .remedy = nommez un objet de recherche pour chaque [[object]], dans leur ordre
rescue-no_hypothesis_left =
    .what = La recherche aurait dû trouver l’objet, et ne l’a pas trouvé.
    .why = la POD vaut 1 dans chaque cellule qui porte de la probabilité : il ne reste aucune hypothèse
    .remedy = élargissez le scénario (référence, heure, type d’objet) avant un nouveau plan
rescue-clue_fits_no_hypothesis =
    .what = Aucune hypothèse du cas ne s’accorde avec l’indice.
    .why = aucune n’en est proche à son heure, et l’indice est dit certain
    .remedy = vérifiez son lieu et son heure, donnez-lui moins de fiabilité, ou ajoutez un scénario qui l’explique
rescue-likelihood_does_not_fit =
    .what = L’indice pèse { $given } hypothèses, et le cas en a { $count }.
    .why = il doit dire de chaque hypothèse combien elle est vraisemblable, et jamais moins que 0
    .remedy = calculez-le sur le même nuage
rescue-clue_outside_drift =
    .what = L’observation de { $time } est hors de la dérive, qui va de { $begins } à { $ends }.
    .why = la position des hypothèses à cette heure n’a pas été calculée
    .remedy = corrigez l’heure, ou faites commencer la dérive plus tôt ou durer plus longtemps
rescue-search_counted_twice =
    .what = { $file } a déjà été compté.
    .why = la même recherche apprendrait deux fois ce qu’elle a appris une fois
    .remedy = nommez ce qui a été cherché depuis, ou recommencez dans un nouveau dossier
files-nothing_searched =
    .what = { $file } ne contient aucune recherche.
    .why = aucune de ses unités n’a parcouru un tronçon de recherche, ou toutes sont dites non parties
    .remedy = nommez le fichier de ce qui a été parcouru, et laissez de côté ce qui ne l’a pas été
files-search_of_unknown_unit =
    .what = { $file } et cette recherche n’ont pas d’unité { $unit } en commun.
    .why = les unités connues ici sont { $known }
    .remedy = donnez à la trace le nom de son unité dans le fichier du cas, ou corrigez le nom de l’unité
files-search_of_another_case =
    .what = { $file } est du cas { $theirs }, et non du cas { $ours } tel qu’il est.
    .why = il a été planifié sur un autre nuage : un autre cas, ou d’autres objets, scénarios, calcul ou forçage
    .remedy = nommez le fichier de ce cas, ou planifiez de nouveau après la modification du cas
files-unreadable_search =
    .what = { $file } ne se lit pas comme une recherche.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = donnez un plan.json de ce cas, ou un fichier GPX avec la trace de chaque unité
cli-plan-planning = Planification de la recherche
cli-plan-done = Cas { $case } : ce plan trouve l’objet avec une chance de { $pos }. Aucun plan avec ces unités à ces heures ne dépasse { $bound } ; le plan manuel atteint { $manual }.
cli-plan-sortie = { $unit } : { $pattern } sur { $length } × { $width } milles marins au { $bearing }, espacement { $spacing } ; de { $place } à { $begins } jusqu’à { $ends }. POD dans la zone { $pod }, POS { $pos }.
cli-plan-drifting = La zone de { $unit } va avec la dérive ; sa place est celle du milieu de la recherche.
cli-plan-above = { $one } et { $other } partagent les mêmes eaux à la même heure ; { $feet } pieds les séparent en hauteur.
cli-plan-far = Cela fait { $share } de la borne : une seule zone par sortie ne peut suivre une probabilité répartie en plusieurs lieux ou le long d’une courbe. Un autre moyen, ou celui-ci inscrit deux fois avec une part de son autonomie, trouverait davantage.
cli-plan-ashore = { $share } de la probabilité est à la côte, où une recherche en mer ne le trouve pas : cherchez la côte depuis la terre.
cli-plan-folder = Plan, zones et tronçons dans { $folder }.
cli-update-done = Cas { $case } : la dernière recherche aurait trouvé l’objet avec une chance de { $pos }, toutes ensemble avec { $so_far }.
cli-update-no-plan = Aucune sortie du cas n’est encore à venir : donnez à ses unités de nouvelles heures sur zone pour le plan suivant.
rescue-no_water_temperature =
    .what = Le plan doit compter la survie selon { $model }, et le cas ne dit pas la température de l’eau.
    .why = la part en vie dépend de la température de l’eau et du temps passé dedans
    .remedy = ajoutez water_c à [conditions], ou retirez survival de [plan]
rescue-none_alive_by_model =
    .what = Selon le modèle de survie, aucune hypothèse n’est en vie à { $begins }.
    .why = un tableau de survie est un plancher pour planifier : il n’arrête aucune recherche, et ne peut pas planifier celle-ci
    .remedy = retirez survival de [plan], ou prenez un autre modèle
cli-plan-survival = Chaque chance est celle de trouver l’objet en vie : selon { $source }, { $alive } de la probabilité est en vie quand la recherche commence.
### end of search plans

### Search plans on charts and on paper

files-plan-title = Plan de recherche du cas { $case }
files-plan-area-of = Zone de { $unit }
files-plan-csp = Point de début de recherche
files-plan-about-area = { $pattern }. Espacement des routes (milles marins) : { $spacing }. POD dans la zone : { $pod }. POS : { $pos }.
files-plan-part-out = aller
files-plan-part-search = recherche
files-plan-part-between = entre deux zones
files-plan-part-home = retour
files-plan-legs-of = Tronçons du cas { $case } : route, distance (milles marins), où chacun finit, quand
files-plan-leg = { $number }. { $part } : { $course }, { $distance } → { $place }, { $time }
files-brief-title = Plan d’action de recherche · { $case }
files-brief-object = Objet
files-brief-period = Période de recherche
files-brief-conditions = Conditions
files-brief-met = visibilité { $visibility } milles marins, vent { $wind } nd, mer { $sea } m
files-brief-before = Recherches précédentes
files-brief-found-before = POS des recherches précédentes et de ce plan ensemble
files-brief-bound = Aucun plan avec ces unités à ces heures ne dépasse
files-brief-manual = Le plan manuel atteint
files-brief-pos = Ce plan trouve l’objet avec une chance de (POS)
files-brief-alt = Carte du plan : zones, routes des unités et où chercher. Les tableaux disent la même chose en chiffres.
files-brief-caption = Zones au milieu de leur recherche, routes, points de début de recherche (●), et zones de confinement à { $time }.
files-brief-areas = Zones de recherche
files-brief-areas-head = Unité|Circuit|Centre|Taille (NM)|Axe|Espacement (NM)|Largeur de balayage (NM)|Couverture|POC|POD|POS
files-brief-units = Horaire des unités
files-brief-units-head = Unité|Plateforme|Hauteur (ft)|Vitesse (nd)|Quitte la base|Débute la recherche|Finit la recherche|À la base|Point de début de recherche
files-brief-apart = Séparation des unités
files-brief-nobody-meets = Aucune zone ne partage ses eaux avec une autre à la même heure.
files-brief-legs = Tronçons de { $unit }
files-brief-legs-head = Tronçon|Quoi|De|À|Route|Distance (NM)|Vitesse (nd)|Début|Fin
files-debrief-title = Bilan de la recherche · { $case }
files-debrief-flown = Ce qui a été fouillé
files-debrief-flown-head = Recherche|Unité|Début|Fin|Fouillé (NM)|POS de la recherche
files-debrief-now = Où chercher maintenant
files-debrief-now-head = Probabilité|Surface (km²)
files-debrief-next = La suite
files-debrief-alt = Carte de ce qui a été fouillé et d’où chercher maintenant. Les tableaux disent la même chose en chiffres.
files-debrief-caption = Ce qui a été fouillé, et les zones de confinement qui en résultent, à { $time }.
### end of search plans on charts and on paper

## exchange
exchange-released = Communiqué au titre de { $rule }.
exchange-held = Retenu au titre de { $rule } : le délai prend fin le { $until }.
exchange-refused-prohibited = Refusé : l’article { $article } ne le permet jamais, quoi que dise une règle.
exchange-refused-unknown-kind = Refusé : l’article { $article } ne permet que les genres de fiche décrits, et celui-ci ne l’est pas.
exchange-refused-no-rule = Refusé : l’article { $article } ne permet que ce qu’une règle désigne, et aucune ne convient.
exchange-refused-not-at-work = Refusé : l’article { $article } n’est pas mis en œuvre ; la décision signée des deux parties manque (règle { $rule }).
exchange-refused-expired = Refusé : au titre de l’article { $article }, la règle { $rule } a pris fin.
exchange-refused-purpose = Refusé : au titre de l’article { $article }, la règle { $rule } ne sert pas cette finalité.
exchange-refused-caveat = Refusé : au titre de l’article { $article }, la règle { $rule } ne communique pas ce qui porte une telle mention.
exchange-refused-outside-area = Refusé : au titre de l’article { $article }, la règle { $rule } ne s’applique que dans sa zone.
exchange-leaves = Sort : { $columns }
exchange-stays = Reste au pays : { $columns }
exchange-clause_not_at_work =
    .what = Rien n’a été envoyé : l’article { $article } n’est pas mis en œuvre.
    .why = il attend une décision de son groupe de travail, signée des deux parties
    .remedy = déposez la décision qui met en œuvre l’article { $article }, et faites-la signer des deux parties
exchange-not_released =
    .what = Rien n’a été envoyé : le contrôle de communication a refusé l’élément au titre de l’article { $article }.
    .why = aucune règle de l’accord ne laisse sortir cet élément de cette manière
    .remedy = lisez le motif avec `comity agreement explain`, ou demandez une règle au groupe de travail
exchange-bad_salt =
    .what = Un sel de { $bytes } octets a été donné.
    .why = un engagement en demande 32, faute de quoi une fiche courte se devinerait
    .remedy = tirez au hasard 32 octets pour chaque fiche
exchange-rule_keeps_a_person =
    .what = La règle { $rule } garde le champ { $column }.
    .why = il dit qui est une personne, et rien sur une personne ne sort au titre d’aucune clause
    .remedy = retirez ce champ de la liste de la règle
exchange-rule_keeps_unknown_column =
    .what = La règle { $rule } garde le champ { $column }, que les fiches de genre { $kind } n’ont pas.
    .why = une liste qui ne désigne rien cache une erreur
    .remedy = employez les champs que décrit le genre
exchange-not_positions =
    .what = Le champ { $column } ne contient pas de positions.
    .why = une position est une paire de microdegrés entiers, longitude d’abord, ou une liste de telles paires
    .remedy = écrivez-la ainsi ; une valeur d’une autre forme ne pourrait être arrondie, et ne sort pas
exchange-not_instants =
    .what = Le champ { $column } ne contient pas d’instants.
    .why = un instant est un nombre entier de millisecondes depuis 1970, ou une liste de tels nombres
    .remedy = écrivez-le ainsi ; une valeur d’une autre forme ne pourrait être arrondie, et ne sort pas
exchange-bad_area =
    .what = La zone { $area } n’est pas une forme valide.
    .why = ses contours se croisent, de sorte que le dedans et le dehors ne sont pas définis
    .remedy = tracez-la de nouveau avec des contours qui ne se croisent pas
exchange-step-fields = Seuls ces champs sont gardés : { $columns }.
exchange-step-position = Les positions sont ramenées à une grille de { $grid }°.
exchange-step-time = Les heures sont ramenées au début d’une période de { $amount } { $unit ->
        [d] j
        [h] h
        [min] min
       *[s] s
    }.
exchange-step-identity = Les identités sont réduites à leurs premiers caractères ({ $digits }).
exchange-label = Mention : { $policy } { $classification }, communicable à { $rel_to }, TLP:{ $tlp }.
exchange-approval-none = Aucun bureau n’a à l’approuver.
exchange-approval-one = Un bureau doit l’approuver.
exchange-approval-two = Deux bureaux différents doivent l’approuver.
exchange-erased = Les deux parties l’effacent après le { $until }.
exchange-approvals_missing =
    .what = Rien n’a été envoyé : { $found } des { $needed } bureaux requis ont approuvé ce qui sortirait au titre de l’article { $article }.
    .why = la règle { $rule } compte des bureaux différents, et seulement les approbations de ce contenu exact
    .remedy = faites lire et approuver ce contenu par un autre bureau
exchange-not_plain =
    .what = La colonne { $column } contient autre chose que des valeurs simples.
    .why = une règle garde des colonnes par leur nom : elle ne saurait ni garder ni retirer un champ à l’intérieur d’une colonne, et ne connaît pas les fractions
    .remedy = écrivez du texte, des nombres entiers, des valeurs de vérité ou des listes de ceux-ci ; donnez à chaque champ sa propre colonne
exchange-not_identities =
    .what = La colonne { $column } ne contient pas d’identités.
    .why = dans un tableau, les identités sont des nombres entiers ou du texte ; rien d’autre ne peut être raccourci
    .remedy = écrivez-les ainsi, ou interrogez les éléments un à un
ground-no_such_move =
    .what = La démarche { $move } n’est pas possible dans l’état { $state }.
    .why = chaque fiche suit son tableau, qui permet ici : { $moves }
    .remedy = choisissez l’une d’elles, ou attendez l’état qui le permet
ground-move_lacks_signatures =
    .what = La démarche { $move } porte { $found } signatures sur { $needed }.
    .why = elle ne compte que lorsqu’elles y sont toutes
    .remedy = faites signer le même texte par l’autre partie
exchange-request_contradicts =
    .what = La question { $request } se contredit en { $field }.
    .why = une période finit après son début, un numéro porte le code de qui la pose, une mention est celle de l’accord
    .remedy = corrigez ce champ et posez-la de nouveau
exchange-request_names_unknown =
    .what = La question { $request } nomme { $name } en { $field }, ce que l’accord n’y établit pas.
    .why = une partie ne peut demander que ce qu’un article de l’accord couvre
    .remedy = utilisez l’un de : { $known }
exchange-answer_contradicts =
    .what = La réponse à la question { $request } se contredit.
    .why = un refus nomme un article de l’accord et ne porte rien ; une réponse porte des contenus et ne nomme pas d’article
    .remedy = nommez l’article, ou les contenus qui répondent
exchange-mark_differs =
    .what = Le document ne porte pas la mention de l’accord { $agreement }.
    .why = un exemple ne doit pas agir sur un accord réel, ni un document réel sur un exemple
    .remedy = donnez-lui la mention de son accord
## end of exchange

## cooperation records
cooperation-kind = { $kind ->
    [domain] Domaine
    [group] Groupe de travail
    [meeting] Réunion
    [decision] Décision
    [action] Action
    [initiative] Initiative
    [flow] Flux
    [check] Contrôle
    [document] Document
   *[other] { $kind }
}
cooperation-state = { $kind ->
    [meeting] { $state ->
        [proposed] proposée
        [agreed] convenue
        [in_progress] en cours
        [closed] close
        [minutes_draft] procès-verbal en projet
        [minutes_agreed] procès-verbal convenu
        [minutes_signed] procès-verbal signé
        [cancelled] annulée
       *[other] { $state }
    }
    [decision] { $state ->
        [proposed] proposée
        [adopted] adoptée
        [in_effect] en vigueur
        [reviewed] réexaminée
        [revoked] abrogée
        [expired] expirée
        [withdrawn] retirée
       *[other] { $state }
    }
    [action] { $state ->
        [open] ouverte
        [done_claimed] déclarée faite
        [accepted] acceptée
        [dropped] abandonnée
       *[other] { $state }
    }
   *[other] { $state ->
        [proposed] proposé
        [open] ouvert
        [closed] clos
        [withdrawn] retiré
        [established] institué
        [dormant] en sommeil
        [dissolved] dissous
        [agreed] convenu
        [in_progress] en cours
        [minutes_draft] procès-verbal en projet
        [minutes_agreed] procès-verbal convenu
        [minutes_signed] procès-verbal signé
        [cancelled] annulé
        [adopted] adopté
        [in_effect] en vigueur
        [reviewed] réexaminé
        [revoked] abrogé
        [expired] expiré
        [done_claimed] déclaré fait
        [accepted] accepté
        [dropped] abandonné
        [planned] prévu
        [claimed] déclaré
        [confirmed] confirmé
        [disputed] contesté
        [notified] notifié
        [done] fait
        [finding_open] constat ouvert
        [waived] dispensé
        [draft] projet
        [final] définitif
        [signed] signé
        [archived] archivé
       *[other] { $state }
    }
}
cooperation-move = { $move ->
    [propose] Proposer
    [revise] Réviser
    [open] Ouvrir
    [withdraw] Retirer
    [amend] Modifier
    [close] Clore
    [establish] Instituer
    [rest] Mettre en sommeil
    [wake] Réveiller
    [dissolve] Dissoudre
    [agree] Convenir
    [cancel] Annuler
    [start] Ouvrir la séance
    [draft_minutes] Rédiger le procès-verbal
    [agree_minutes] Convenir du procès-verbal
    [reopen_minutes] Rouvrir le procès-verbal
    [sign_minutes] Signer le procès-verbal
    [adopt] Adopter
    [take_effect] Entrer en vigueur
    [revoke] Abroger
    [review] Réexaminer
    [expire] Expirer
    [renew] Renouveler
    [claim_done] Déclarer fait
    [accept] Accepter
    [send_back] Renvoyer
    [drop] Abandonner
    [claim] Déclarer
    [confirm] Confirmer
    [dispute] Contester
    [notify] Notifier
    [report] Rendre compte
    [open_finding] Ouvrir un constat
    [waive] Dispenser
    [finish] Achever
    [sign] Signer
    [archive] Archiver
   *[other] { $move }
}
cooperation-fulfilment = { $fulfilment ->
    [done] faite
    [open] ouverte
    [late] en retard
    [asked] demandée par l’autre partie seule
    [dropped] abandonnée
   *[other] { $fulfilment }
}
cooperation-level = { $level ->
    [national] national
    [bilateral] bilatéral
    [public] public
   *[other] { $level }
}
cooperation-withheld = { $reason ->
    [defence_secret] secret de la défense
    [commercial_secret] secret commercial
    [negotiation] négociation en cours
    [law_enforcement] application de la loi
    [personal_data] données personnelles
    [partner_asked] demandé par le partenaire
   *[other] { $reason }
}
cooperation-flow = { $flow ->
    [payment] paiement
    [delivery] livraison
    [contribution] contribution
   *[other] { $flow }
}
cooperation-check = { $check ->
    [end_use] utilisation finale
    [environment] environnement
    [audit] audit
    [exercise_review] retour d’expérience
    [risk_review] examen des risques
    [human_rights] droits de l’homme
    [export_control] contrôle des exportations
    [acceptance] réception
   *[other] { $check }
}
cooperation-unknown_record =
    .what = Le document { $schema } n’est pas une fiche de coopération.
    .why = celles qui sont connues sont : { $known }
    .remedy = inscrivez le schéma en tête du document ; docs/reference/cooperation-records.md en donne la liste
cooperation-field_contradicts =
    .what = Le champ { $field } ne s’accorde pas avec le reste de la fiche.
    .why = il nomme ce que la fiche n’a pas, ou dit ce qu’un autre de ses champs exclut
    .remedy = corrigez-le ; docs/reference/cooperation-records.md dit ce que contient chaque champ
cooperation-no_such_day =
    .what = Le champ { $field } donne le jour { $day }, qui n’est dans aucun calendrier.
    .why = ce qui dépend d’un jour qui ne vient jamais n’arrive jamais à échéance
    .remedy = écrivez le jour voulu, sous la forme AAAA-MM-JJ
cooperation-template_faulty =
    .what = Le modèle { $template } ne peut pas servir : { $fault } à { $place }.
    .why = tout état doit être connu, atteignable et mener à une fin ; on ne quitte aucune fin ; tout nom doit exister
    .remedy = corrigez le fichier du modèle ; docs/reference/initiative-templates.md en décrit la forme
cooperation-act_misnamed =
    .what = L’acte sur { $record } se trouve sous un autre nom, ou porte une autre fiche.
    .why = un acte se trouve dans la série qui porte le nom de sa fiche, et propose une fiche de ce nom
    .remedy = déposez-le sous cooperation/, le genre de la fiche et son nom
cooperation-signed_otherwise =
    .what = La démarche { $move } ne compte pas : sa partie avait déjà signé un autre texte sur cette fiche.
    .why = une signature qui attend l’autre ne peut être défaite ensuite par une seule partie
    .remedy = attendez que l’autre partie ait signé ou refusé le texte
cooperation-act_out_of_turn =
    .what = La démarche { $move } sur { $record } ne compte pas : elle ne suit pas le dernier acte de la fiche.
    .why = un autre acte est venu avant : son auteur ne voyait donc pas la fiche telle qu’elle est
    .remedy = relisez la fiche, puis refaites la démarche
cooperation-national_in_act =
    .what = Le champ { $field } est national : un acte ne peut pas le porter.
    .why = le partenaire lit tout ce qui est au registre
    .remedy = laissez-le hors de l’acte ; il reste dans la fiche, chez vous
cooperation-office_may_not_sign =
    .what = Le bureau { $office } ne pouvait pas signer pour { $party } le { $day }.
    .why = il n’est pas sur la liste des bureaux de cette partie, ou n’était pas habilité à signer ce jour-là
    .remedy = faites signer le bureau qui tient ce rôle aujourd’hui
cooperation-not_this_party =
    .what = La démarche { $move } sur { $record } ne revient pas à { $party }.
    .why = la vie de la fiche la confie à : { $by }
    .remedy = demandez à l’autre partie de la faire
cooperation-texts_differ =
    .what = Le texte { $language } de { $record } n’est pas celui que nomme l’acte.
    .why = son empreinte diffère : ce qui a été signé et ce qui figurerait dans la fiche sont deux textes
    .remedy = relisez le texte et déposez l’acte à nouveau ; chaque texte demande de nouveau les deux signatures
cooperation-field_not_to_set =
    .what = La démarche { $move } sur { $record } ne peut pas fixer le champ { $field }.
    .why = la vie de la fiche dit ce qu’une partie fixe seule ; le reste demande les deux signatures
    .remedy = laissez ce champ, ou proposez une démarche que les deux signent
cooperation-clause_not_in_force =
    .what = La démarche { $move } sur { $record } ne compte pas : l’article { $article } n’est pas en vigueur le { $day }.
    .why = tout ce que font les deux parties, elles le font au titre d’un article en vigueur et mis en œuvre ce jour-là
    .remedy = faites d’abord mettre l’article en œuvre par les deux, ou citez-en un autre
cooperation-need_not_met =
    .what = La démarche { $move } sur { $record } ne compte pas, car il manque encore quelque chose. Il lui faut d’abord : { $need }.
    .why = l’article { $article } veut que cela vienne d’abord
    .remedy = fournissez-le, puis refaites la démarche
cooperation-template_not_adopted =
    .what = L’initiative { $initiative } ne peut pas commencer : aucune décision en vigueur n’a adopté son modèle { $template }.
    .why = les deux adoptent un modèle par une décision qui en nomme l’empreinte ; une initiative garde celui avec lequel elle a commencé
    .remedy = faites signer par les deux une décision qui adopte ce modèle même
cooperation-unknown_reference =
    .what = Le champ { $field } de { $record } nomme { $subject }, qui n’existe pas.
    .why = une fiche ne peut parler que de fiches, de parties, de rôles et de domaines qui existent
    .remedy = corrigez le nom, ou créez d’abord ce qu’il nomme
cooperation-above_value =
    .what = Le paiement { $flow } porterait le total payé à { $paid } sur { $value } { $currency }.
    .why = l’article { $article } veut que le total payé ne dépasse pas la valeur convenue et ne descende pas sous zéro
    .remedy = faites d’abord signer par les deux une modification de la valeur, ou corrigez le paiement
cooperation-above_order =
    .what = La livraison { $flow } porterait le total livré de { $item } à { $delivered } sur { $ordered }.
    .why = l’article { $article } veut que le total livré ne dépasse pas la commande et ne descende pas sous zéro
    .remedy = faites d’abord signer par les deux une modification de la commande, ou corrigez la livraison
cooperation-below_confirmed =
    .what = Les nouveaux termes de { $initiative } descendent sous ce qui a été confirmé selon les anciens.
    .why = l’article { $article } veut que ce que les deux ont confirmé reste payé et livré, dans la monnaie du paiement
    .remedy = gardez la valeur et la commande au moins à hauteur de ce qui a été confirmé
cooperation-no_value_agreed =
    .what = Le paiement { $flow } est en { $currency }, monnaie dans laquelle aucune valeur de { $initiative } n’a été convenue.
    .why = un paiement compte sur la valeur convenue, dans sa monnaie
    .remedy = convenez d’abord de la valeur, ou écrivez le paiement dans sa monnaie
cooperation-not_ordered =
    .what = La livraison { $flow } porte sur { $item }, que { $initiative } n’a pas commandé.
    .why = seul ce qui figure à la commande convenue peut être livré à ce titre
    .remedy = nommez une ligne de la commande, ou faites signer par les deux une modification
cooperation-flow_not_now =
    .what = Le flux { $flow } n’est pas possible tant que { $initiative } est dans l’état { $state }.
    .why = au titre de l’article { $article }, son modèle n’admet ce genre de flux que dans d’autres états
    .remedy = attendez l’état qui l’admet, ou menez-y l’initiative
cooperation-document = { $document ->
    [after_action_report] rapport de retour d’expérience
    [deliverable_report] rapport sur les livrables
    [earlier_instrument] instrument antérieur
    [end_use_assurance] engagement d’utilisation finale
    [exercise_plan] plan de l’exercice
    [feasibility_study] étude de faisabilité
    [final_report] rapport final
    [joint_statement] déclaration commune
    [land_title] titre foncier
    [licence] licence
    [offtake_agreement] contrat d’achat de la production
    [report] rapport
    [review_report] rapport de réexamen
   *[other] { $document }
}
cooperation-word = { $word ->
    [minerals] minerais
    [data_centre] centre de données
    [exercise] exercice
    [training] formation
    [expert_exchange] échange d’experts
    [under_1_million] moins de 1 million
    [from_1_to_10_million] de 1 à 10 millions
    [from_10_to_100_million] de 10 à 100 millions
    [over_100_million] plus de 100 millions
    [battle_tanks] chars de combat
    [armoured_combat_vehicles] véhicules blindés de combat
    [large_calibre_artillery] systèmes d’artillerie de gros calibre
    [combat_aircraft] avions de combat
    [attack_helicopters] hélicoptères d’attaque
    [warships] navires de guerre
    [missiles_and_launchers] missiles et lanceurs de missiles
    [small_arms] armes de petit calibre
    [radar_spare_parts] pièces de rechange de radar
    [maintenance] entretien
    [day] jours
    [drill] exercices
    [ground_day] jours de terrain d’exercice
    [image] images
    [instructor_day] jours d’instructeur
    [lot] lots
    [participant] participants
    [place] places
    [stand_day] jours de stand
    [traveller] voyageurs
    [visit] visites
    [tonne] t
    [mw] MW
    [m3] m³
    [gbit_s] Gbit/s
    [percent] pour cent
   *[other] { $word }
}
cooperation-unit = { $unit ->
    [day] { $count ->
        [one] jour
       *[other] jours
    }
    [days] { $count ->
        [one] jour
       *[other] jours
    }
    [drill] { $count ->
        [one] exercice
       *[other] exercices
    }
    [ground_day] { $count ->
        [one] jour de terrain d’exercice
       *[other] jours de terrain d’exercice
    }
    [hours] { $count ->
        [one] heure
       *[other] heures
    }
    [image] { $count ->
        [one] image
       *[other] images
    }
    [instructor_day] { $count ->
        [one] jour d’instructeur
       *[other] jours d’instructeur
    }
    [lot] { $count ->
        [one] lot
       *[other] lots
    }
    [participant] { $count ->
        [one] participant
       *[other] participants
    }
    [place] { $count ->
        [one] place
       *[other] places
    }
    [stand_day] { $count ->
        [one] jour de stand
       *[other] jours de stand
    }
    [traveller] { $count ->
        [one] voyageur
       *[other] voyageurs
    }
    [unit] { $count ->
        [one] unité
       *[other] unités
    }
    [piece] { $count ->
        [one] pièce
       *[other] pièces
    }
    [visit] { $count ->
        [one] visite
       *[other] visites
    }
    [visitors] { $count ->
        [one] visiteur
       *[other] visiteurs
    }
    [gbit_s] Gbit/s
    [m3] m³
    [mw] MW
    [percent] %
    [tonne] t
   *[other] { $name }
}
## end of cooperation records

### Pages publiques : ce que les deux ont rendu public, en pages statiques et en flux
## public pages
public-example = EXEMPLE
public-example-note = Inventé pour montrer comment se lit une telle fiche. Aucun des deux États n’a dit ni signé quoi que ce soit de cela.
public-skip = Aller au contenu
public-languages = Langues
public-menu = Pages
public-language = { $language ->
    [ar] arabe
    [en] anglais
    [fr] français
   *[other] { $language }
}
public-page = { $page ->
    [home] Accueil
    [groups] Groupes de travail
    [meetings] Réunions
    [decisions] Décisions
    [initiatives] Initiatives
    [investment] Investissement
    [progress] Annoncé, décidé, fait
    [figures] Argent et résultats
    [documents] Documents et contrôles
    [calendar] Calendrier
    [news] Actualités
    [withheld] Ce qui est réservé
    [about] À propos de ces pages
   *[other] { $page }
}
public-lead = { $page ->
    [groups] Qui met en œuvre le mémorandum : des groupes de travail des deux États, avec leur mandat.
    [meetings] Les réunions que les deux parties ont convenues, et les procès-verbaux que les deux ont signés.
    [decisions] Ce que les deux États ont décidé, dans les mots que les deux ont signés.
    [initiatives] Ce que les deux États font ensemble : chaque initiative avec ses jalons, ses résultats et, quand ils sont publics, ses montants.
    [investment] Les projets ouverts aux investisseurs. Chaque page dit ce qui est public et où s’adresser.
    [progress] Pour chaque année : ce qui a été annoncé, ce qui a été décidé, et ce qu’il en est advenu.
    [figures] Les montants et les résultats que les deux ont rendus publics. Rien n’est converti d’une monnaie à l’autre.
    [documents] Les documents signés, avec l’empreinte de chaque fichier, et les contrôles que les deux ont accepté de rendre publics.
    [calendar] Les réunions, les jalons et les réexamens dont le jour est public. Un agenda électronique peut suivre cette page.
    [news] Tout ce qui s’est passé en public, le plus récent d’abord. Un lecteur de flux peut suivre cette page.
    [withheld] Ce que les deux États ne rendent pas public : quel champ de quelle fiche, pourquoi, jusqu’à quand, et par quelle décision.
    [about] Qui publie ces pages, ce qu’elles contiennent et comment les vérifier.
   *[other] { $page }
}
public-both-signed = Tout ce qui figure ici a été signé par les deux États. Ce que l’un d’eux dit seul n’est pas publié.
public-checksums = Sommes de contrôle
public-no-trackers = Aucun script, aucun traceur, aucun fichier venu d’ailleurs.
public-last-change = Le registre public a changé pour la dernière fois le { $day }.
public-no-change = Rien n’a encore été publié.
public-nothing = Rien n’a été publié ici.
public-nothing-yet = Rien de publié pour l’instant.
public-nothing-ahead = Aucune date à venir n’est publique.
public-nothing-withheld = Rien n’est réservé dans les fiches publiques.
public-feed-news = Les actualités en flux (Atom)
public-feed-calendar = Les dates en calendrier (iCalendar)
public-news-of = { $title } : actualités
public-calendar-of = { $title } : calendrier
public-untitled = { $kind } dont le titre est réservé
public-article = Article { $clause }
public-article-titled = Article { $clause } · { $title }
public-office-of = { $party } : { $office }
public-role = { $role } : { $party }
public-period = { $unit ->
    [D] { $count ->
        [one] chaque jour
       *[other] tous les { $count } jours
    }
    [M] { $count ->
        [one] chaque mois
       *[other] tous les { $count } mois
    }
   *[Y] { $count ->
        [one] chaque année
       *[other] tous les { $count } ans
    }
}
public-effect = { $effect ->
    [open] ouvre { $subject }
    [move] fait avancer { $subject }
    [adopt_template] adopte le modèle { $subject }
    [release_rule] prend acte de la règle de communication { $subject }
   *[other] { $subject }
}
public-flag = { $is_so ->
    [yes] oui
   *[no] non
}
public-notice = { $status ->
    [done] c’est fait, le { $day }
    [not_required] ce n’est pas requis ({ $day })
   *[other] { $day }
}
public-field = { $field ->
    [id] Nom au registre
    [title] Titre
    [authentic] Textes faisant foi
    [clause_refs] Au titre de
    [owner_party] Conduite par
    [owner_office] Bureau responsable
    [level] Lecteurs
    [visibility] Lecteurs des champs
    [supersedes] Remplace
    [domain] Domaine de coopération
    [domains] Domaines de coopération
    [release_rules] Règles de communication
    [indicators] Résultats
    [milestones] Jalons
    [terms] Mandat
    [co_chairs] Présidé par
    [cadence] Se réunit
    [group] Groupe de travail
    [number] Numéro de la réunion
    [starts_ms] Début
    [ends_ms] Fin
    [time_zone] Fuseau horaire
    [place] Lieu
    [agenda] Ordre du jour
    [delegations] Délégations
    [minutes] Procès-verbal
    [text] Texte
    [review_ms] Réexamen le
    [expires_ms] Prend fin le
    [from_meeting] Décidé à
    [effects] Effets
    [due_ms] Échéance
    [from_decision] Découle de
    [initiative] Initiative
    [depends_on] Après
    [proof] Preuve
    [template] Type d’initiative
    [template_hash] Modèle
    [roles] Rôles
    [next_review_ms] Prochain réexamen
    [value] Valeur
    [items] Commande
    [details] Précisions
    [flow_kind] Nature du flux
    [from_party] De
    [to_party] À
    [planned_ms] Prévu pour le
    [amount] Montant
    [item] Ligne de la commande
    [quantity] Quantité
    [unit] Unité
    [actual_ms] Fait le
    [evidence] Pièce
    [check_kind] Objet du contrôle
    [scope] Périmètre
    [host_party] Pays hôte
    [done_ms] Fait le
    [finding] Constat
    [waived_why] Raison de la dispense
    [corrective_actions] Corrections
    [document_kind] Nature du document
    [about] À propos de
    [on] Date
    [renditions] Fichiers
   *[other] { $field }
}
public-part = { $part ->
    [agenda] Ordre du jour
    [minutes] Procès-verbal signé
    [steps] Jalons
    [items] Commande
    [flows] Payé, livré, apporté
    [results] Résultats
    [withheld] Réservé
    [papers] Fichiers
    [following] Ce qui en découle
    [history] Historique
    [domains] Domaines de coopération
    [meetings-ahead] Convenues
    [meetings-signed] Procès-verbaux signés par les deux
    [meetings-off] Non tenues
    [running] En cours
    [ended] Achevées
    [checks] Contrôles
    [ahead] À venir
    [past] Ce qui s’est passé
    [money] Argent
   *[other] { $part }
}
public-column = { $column ->
    [what] Objet
    [indicator] Indicateur
    [baseline] Départ
    [measured] Dernière mesure
    [target] Objectif
    [source] Source
    [amount] Montant
    [from] De
    [to] À
    [day] Jour
    [state] État
    [category] Catégorie
    [quantity] Quantité
    [announced] Annoncé
    [decided] Décidé
    [done] Fait
    [initiative] Initiative
    [agreed] Convenu
    [paid] Payé, confirmé par les deux
   *[other] { $column }
}
public-not-measured = pas encore mesuré
public-step-done = atteint le { $day }
public-step-due = échéance le { $day }
public-step-late = en retard : échéance le { $day }
public-step-of = { $step } · { $record }
public-late = en retard
public-not-yet = pas encore
public-done = fait
public-withheld-short = réservé
public-withheld-until = Jusqu’au { $day }
public-withheld-open = Aucun jour n’est fixé
public-withheld-why = Motif : { $reason }.
public-withheld-by = Par la décision
public-identifier = Nom au registre :
public-event = { $kind } : { $state }
public-ahead = { $what ->
    [meeting] Réunion
    [action] Échéance d’une action
    [review] Réexamen
    [milestone] Échéance d’un jalon
   *[other] { $what }
}
public-year = Annoncé en { $year }
public-tally = Annoncés : { $announced } · décidés : { $decided } · faits : { $done } · en retard : { $late }
public-sum = Tout ce qui est public, en { $currency }
public-number = { $number ->
    [signed] Signé le
    [in-force] En vigueur depuis le
    [groups] Groupes de travail
    [meetings] Procès-verbaux signés
    [decisions] Décisions
    [initiatives] Initiatives en cours
   *[other] { $number }
}
public-home-lead = Un cadre juridique entre deux États, mis en œuvre par leurs groupes de travail communs. Ces pages contiennent ce que les deux ont signé et rendu public.
public-home-next = À venir
public-home-decided = Ce qui est décidé
public-home-all-decisions = Toutes les décisions
public-home-fields = Domaines de coopération
public-home-news = Actualités
public-home-withheld = { $count ->
    [0] Rien n’est réservé dans les fiches publiques.
    [one] Un champ d’une fiche publique est réservé. Le motif en est public, et le jour aussi quand il est fixé.
   *[other] { $count } champs de fiches publiques sont réservés. Le motif de chacun est public, et le jour aussi quand il est fixé.
}
public-home-why-withheld = Voir quoi, pourquoi et jusqu’à quand
public-ask = Où s’adresser
public-ask-how = Il n’y a pas de formulaire ici, et ces pages ne recueillent rien de ce que vous écrivez. Écrivez au bureau ci-dessous à son adresse publique, ou par l’ambassade du pays hôte, en citant le nom du projet.
public-ask-embassy = Il n’y a pas de formulaire ici, et ces pages ne recueillent rien de ce que vous écrivez. Écrivez à l’autorité compétente du pays hôte, ou à son ambassade, en citant le nom du projet.
public-ask-host = Pays hôte
public-ask-office = Bureau
public-ask-quote = À citer
public-about-title = { $about ->
    [released] Ce qui est publié
    [languages] Langues
    [same] Un registre, deux éditeurs
    [privacy] Personne n’est suivi
    [feeds] S’abonner
   *[other] { $about }
}
public-about-text = { $about ->
    [released] Une fiche figure sur ces pages quand les deux États l’ont signée et l’ont rendue publique. Chaque champ a ses lecteurs : national, bilatéral ou public. À la place d’un champ réservé figurent son motif, la décision qui le fonde et, s’il est fixé, le jour où il devient public.
    [languages] L’arabe, l’anglais et le français sont égaux ici. Une fiche nomme les langues dont les textes font foi. L’ordre des noms des États est celui du texte de l’accord et ne dit rien de leur rang.
    [same] L’un ou l’autre État peut publier ces pages : le même registre donne les mêmes fichiers, octet pour octet. La liste des sommes de contrôle nomme chaque fichier avec son SHA-256 : chacun peut comparer ce que publient les deux.
    [privacy] Les pages ne contiennent ni script, ni témoin de connexion, ni formulaire, ni fichier venu d’ailleurs. Elles se lisent sur papier, sans réseau et avec tout lecteur d’écran.
    [feeds] Les actualités sont un flux Atom et les dates un fichier iCalendar, dans chaque langue, au pied de chaque page.
   *[other] { $about }
}
cli-published = { $count ->
        [one] { $count } fichier des pages publiques se trouve
       *[other] { $count } fichiers des pages publiques se trouvent
    } dans { $folder }.
    SHA-256 de checksums.txt : { $hash }
cli-published-already = Rien de public n’a changé : { $count ->
        [one] { $count } fichier se trouve
       *[other] { $count } fichiers se trouvent
    } déjà dans { $folder }.
    SHA-256 de checksums.txt : { $hash }
cli-pages_change =
    .what = Les pages publiques n’ont pas été écrites : elles ont changé pendant la lecture.
    .why = en { $tries } essais, un fichier n’était pas celui que nomme la liste des sommes de contrôle
    .remedy = réessayez dans un instant
## end of public pages

## files
files-address_silent =
    .what = Le registre ne peut pas être lu à son adresse.
    .why = la lecture de { $path } s’est terminée par { $reason }
    .remedy = rien n’est prouvé, ni dans un sens ni dans l’autre ; vérifiez la ligne et l’adresse, puis réessayez
files-no_such_file =
    .what = Le fichier { $pattern } n’existe pas.
    .why = rien sur ce disque ne porte ce nom ni ne lui correspond
    .remedy = vérifiez le chemin ; dans un fichier de cas, il part du dossier de ce fichier
files-not_an_address =
    .what = { $address } n’est pas l’adresse d’un registre.
    .why = elle doit se lire http:// ou https://, un hôte et un chemin, sans utilisateur, point d’interrogation ni fragment
    .remedy = donnez l’adresse sous laquelle se trouve le fichier `checkpoint` du registre
files-unreadable_netcdf =
    .what = { $file } ne se lit pas comme un fichier netCDF.
    .why = il est endommagé, tronqué ou d’un autre format ; la bibliothèque répond : { $reason }
    .remedy = récupérez de nouveau le fichier et comparez sa taille à celle de l’expéditeur
files-several_variables =
    .what = { $file } contient plusieurs variables nommées { $standard_name }.
    .why = les variables { $found } portent toutes ce nom, et choisir entre elles serait deviner
    .remedy = ne gardez dans le fichier qu’une paire de composantes
files-no_known_variable =
    .what = { $file } ne contient aucune variable reconnue ici.
    .why = il contient { $found }, et aucune des paires { $wanted }
    .remedy = donnez aux deux composantes leurs noms standard CF, ou indiquez le bon fichier
files-useless_answer =
    .what = La réponse du serveur n’est pas un fichier de registre.
    .why = la lecture de { $path } donne : { $reason } ; les redirections ne sont pas suivies
    .remedy = vérifiez l’adresse, ou copiez le registre dans un dossier et vérifiez-le là
files-wrong_unit =
    .what = { $variable }, dans { $file }, est exprimée dans l’unité { $found }.
    .why = une vitesse est attendue en { $wanted }, et cette unité ne se convertit pas sans deviner
    .remedy = corrigez l’attribut `units` de la variable, ou convertissez les valeurs
files-bad_time_axis =
    .what = L’axe des temps de { $file } ne se lit pas.
    .why = ce n’est pas un temps CF qui ait une date dans le calendrier courant : { $found }
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
    .why = ses dimensions { $found } ne sont ni une latitude et une longitude ordonnées, ni les axes d’une projection connue, ni ceux d’une latitude et d’une longitude en chaque nœud
    .remedy = utilisez un fichier qui nomme sa projection (`grid_mapping`), ou qui contient la latitude et la longitude de chaque nœud
files-gap_in_series =
    .what = La série { $files } a une lacune.
    .why = rien entre { $first } et { $last }, alors que le pas habituel est de { $step_h } h
    .remedy = ajoutez le fichier qui manque
files-grids_differ =
    .what = { $first } et { $other } sont sur des grilles différentes.
    .why = les fichiers d’une même série partagent leur grille
    .remedy = nommez-les comme deux sources, dans l’ordre de confiance : [[{ $first }], [{ $other }]]
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
files-unreadable_drifters =
    .what = { $file } ne peut être lu comme trajectoires de bouées.
    .why = la lecture s’arrête à : { $reason }
    .remedy = corrigez la ligne, ou nommez les colonnes avec --columns id=…,time=…,lat=…,lon=…
files-unreadable_case =
    .what = { $file } ne se lit pas.
    .why = la lecture s’arrête ainsi : { $reason }
    .remedy = vérifiez le chemin et la ligne indiquée
files-folder_not_ours =
    .what = { $folder } contient déjà d’autres fichiers.
    .why = un résultat remplace son dossier en entier, et { $stranger } n’en fait pas partie
    .remedy = choisissez un dossier vide ou nouveau
files-not_written =
    .what = Les résultats n’ont pas pu être écrits dans { $folder }.
    .why = le système répond : { $reason } ; rien n’a été laissé derrière
    .remedy = choisissez un dossier où vous pouvez écrire, sur un disque qui a de la place, puis recommencez
files-text_not_found =
    .what = Aucun fichier à côté de { $file } n’est le texte, en langue { $language }, que l’accord signe.
    .why = aucun n’a l’empreinte { $hash }
    .remedy = apportez le texte tel qu’il a été signé ; un texte changé est un autre accord
files-text_without_mark =
    .what = Le texte { $file } ne porte pas la mention { $mark }.
    .why = l’accord est un exemple, et aucun exemple ne doit passer pour un traité
    .remedy = écrivez la mention en tête du texte, et calculez de nouveau l’empreinte de l’accord
files-agreement_unreadable =
    .what = Le fichier { $file } ne peut être lu comme élément d’un accord.
    .why = sa lecture s’arrête ainsi : { $reason }
    .remedy = vérifiez son nom et son contenu
files-item_unreadable =
    .what = L’élément { $file } ne peut être lu.
    .why = sa lecture s’arrête ainsi : { $reason }
    .remedy = vérifiez son nom et qu’il est en JSON
files-not_a_log_file =
    .what = { $path } n’est pas un fichier de registre.
    .why = un registre se compose de fichiers aux chemins numérotés et de sa tête, publiée en dernier et à part
    .remedy = nommez l’un des fichiers que la taille du registre implique
files-map-title = Dérive du cas { $case }
files-map-object = Objet { $number } · { $key }
files-map-from = Du { $time }
files-map-to = Position à { $time }
files-map-lkp = Dernière position { $place }
files-map-mean = Moyenne à { $time } : { $place }
files-map-containment = Où chercher
files-map-level = { $level } dans { $area } km²
files-map-ramp = Probabilité par km², de faible à forte
files-map-way = Chemin sur lequel cela a pu arriver
files-map-debris = Lieu où un débris a été trouvé
files-map-start = Dernière position connue ; cercle : son erreur (1 écart type)
files-map-start-error = Dernière position connue ; cercle : erreur { $error } km (1 écart type)
files-map-track = Dérive moyenne, un repère par heure
files-map-stranded = À la côte : { $share }
files-map-left = Hors des données : { $share }
files-map-current = Courant moyen ; flèche : { $speed } nd
files-map-wind = Vent moyen ; barbule longue : 10 nd, courte : 5
files-map-sources = Courants, vent, côte
files-map-coast = Côte : GSHHG
files-map-uncertainty = Erreur du courant { $size } m/s, mémoire { $hours } h
files-map-exact = Courant et vent tenus pour exacts
files-map-not-for-navigation = Ne pas utiliser pour la navigation
files-map-example = EXEMPLE
files-map-nm = milles marins
files-no_forcing_in_folder =
    .what = { $folder } ne contient pas à la fois des courants et du vent.
    .why = parmi ses { $count } fichiers, { $currents } contiennent des courants et { $wind } du vent
    .remedy = réunissez les deux dans un même dossier, ou nommez les fichiers dans le cas
files-map-area = Zone où il a pu se trouver
files-no_coast =
    .what = Le trait de côte n’a pas pu être tracé.
    .why = le processus qui charge la côte s’est terminé avec { $status }
    .remedy = libérez 1,5 Go de mémoire et recommencez ; chaque zone n’en a besoin qu’une fois
files-wrong_level =
    .what = { $file } ne contient pas la grandeur demandée ({ $quantity }) au niveau qui emporte un objet à la dérive.
    .why = { $axis } de { $variable } a les niveaux { $found }, et il faut { $wanted }
    .remedy = prenez un fichier du courant de surface, ou du vent à 10 m
files-components_differ =
    .what = { $first } et { $other }, dans { $file }, ne vont pas ensemble.
    .why = { $first } s’étend sur { $first_dims } et { $other } sur { $other_dims } : ni aux mêmes nœuds et instants, ni décalés d’une demi-maille
    .remedy = prenez les deux composantes d’un même calcul, sur une grille ou sur les deux grilles d’un modèle
files-impossible_speed =
    .what = { $variable }, dans { $file }, atteint { $fastest } m/s.
    .why = rien de tel n’existe sur Terre ({ $quantity }) : l’unité { $unit } ou les valeurs sont fausses
    .remedy = corrigez l’attribut `units` de la variable, ou récupérez de nouveau le fichier
files-audit-title = Ce qui est sorti, selon quel article, sous quelle forme
files-audit-lead = Tout ce que { $party } a communiqué à { $partner } et que nomme son registre, du plus ancien au plus récent.
files-audit-agreement = Accord
files-audit-hash = Empreinte de l’accord
files-audit-origin = Registre
files-audit-size = Inscriptions au registre
files-audit-root = Empreinte du registre
files-audit-made = Établi le
files-audit-proof-says = Chaque ligne figure au registre sous son numéro. Avec la tête signée du registre qui porte cette empreinte, « comity ledger prove » en établit la preuve, que chacun vérifie sans ce nœud.
files-audit-none = Rien n’est sorti.
files-audit-page-of = Page
files-audit-head-position = N°
files-audit-head-at = Quand (UTC)
files-audit-head-clause = Article, règle
files-audit-head-item = Quoi
files-audit-head-form = Sous quelle forme
files-audit-head-office = Bureau
files-audit-head-fate = État
files-audit-head-proof = Contenu et preuve
files-audit-amount = { $items ->
        [one] { $items } élément
       *[other] { $items } éléments
    }, { $bytes } octets
files-audit-received = Le partenaire le détient.
files-audit-not-received = Pas encore reçu.
files-standard_unreadable =
    .what = Le fichier { $file } ne peut être lu.
    .why = le système répond : { $reason }
    .remedy = vérifiez son nom et vos droits
files-standard_too_large =
    .what = Le fichier dépasse { $limit } octets.
    .why = un fichier de longueur quelconque remplirait la machine avant d’être compris
    .remedy = demandez à son auteur plusieurs fichiers plus courts
files-xml_unreadable =
    .what = Le fichier n’est pas du XML lisible : ligne { $line }, colonne { $column }.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = demandez à son auteur un fichier qu’un validateur accepte
files-xml_document_type =
    .what = Le fichier déclare un type de document (DOCTYPE).
    .why = aucune norme lue ici n’en a, et ses entités pourraient se déployer sans fin ou chercher d’autres fichiers
    .remedy = retirez la déclaration, ou demandez à l’auteur un fichier qui n’en a pas
files-xml_too_deep =
    .what = Le fichier imbrique ses éléments sur plus de { $levels } niveaux.
    .why = aucun fichier de la norme ne le fait
    .remedy = demandez à son auteur un fichier qu’un validateur accepte
files-table_not_utf8 =
    .what = Le tableau n’est pas en UTF-8 : l’octet { $place } n’y commence aucune lettre.
    .why = les lettres accentuées et les lettres arabes seraient devinées
    .remedy = enregistrez le tableau en UTF-8, puis importez-le de nouveau
files-table_column =
    .what = L’en-tête du tableau porte { $times } fois la colonne { $column }.
    .why = la correspondance en tire un champ : elle doit y être une fois
    .remedy = corrigez la correspondance ou l’en-tête ; l’en-tête est : { $heading }
files-table_date =
    .what = Ligne { $row }, colonne { $column } : { $value } n’est pas un jour.
    .why = la correspondance dit que les jours s’écrivent comme { $example }
    .remedy = corrigez la valeur ou la correspondance, puis importez tout le tableau de nouveau ; rien n’en a été gardé
files-table_empty =
    .what = Ligne { $row }, colonne { $column } : rien n’est écrit.
    .why = un traité se trouve par son numéro et son titre, et une liste n’a pas de membre vide
    .remedy = écrivez la valeur, puis importez tout le tableau de nouveau ; rien n’en a été gardé
files-table_control =
    .what = Ligne { $row }, colonne { $column } : { $value } contient un caractère de commande.
    .why = aucun titre ni nom n’en a, et un terminal ou un fichier pourrait lui obéir
    .remedy = retirez-le, puis importez tout le tableau de nouveau ; rien n’en a été gardé
files-table_width =
    .what = La ligne { $row } a { $cells } cellules ; l’en-tête en a { $columns }.
    .why = une valeur peut se trouver à la place d’une autre
    .remedy = mettez entre guillemets la cellule qui contient le séparateur, puis importez tout le tableau de nouveau
files-table_twice =
    .what = Ligne { $row }, colonne { $column } : { $value } figure déjà à la ligne { $first }.
    .why = cette valeur nomme un seul traité : deux lignes qui la portent seraient une seule fiche
    .remedy = corrigez ou retirez l’une des lignes, puis importez tout le tableau de nouveau ; rien n’en a été gardé
files-table_unreadable =
    .what = Le tableau ne peut être lu à partir de la ligne { $row }.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = vérifiez ses guillemets et sa longueur ; il doit être en CSV selon la RFC 4180
files-table_mapping =
    .what = La correspondance du tableau ne peut servir.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = comparez-la avec docs/reference/mappings.md
files-iati_version =
    .what = Le fichier est <{ $element }> de version { $version }.
    .why = les activités se lisent dans <iati-activities> de { $versions }
    .remedy = demandez à son auteur un fichier d’activités en version 2.03
files-iati_value =
    .what = Ligne { $row }, { $column } : { $value } n’y a pas sa place.
    .why = la norme veut une valeur comme { $example }
    .remedy = corrigez-la, puis recommencez avec le fichier entier ; rien n’en a été gardé
files-iati_absent =
    .what = Ligne { $row } : { $column } manque ou est vide.
    .why = la norme l’exige
    .remedy = ajoutez-le, puis recommencez avec le fichier entier ; rien n’en a été gardé
files-iati_second =
    .what = Ligne { $row } : { $column } y figure une seconde fois.
    .why = la norme l’admet une fois : l’un des deux serait perdu
    .remedy = retirez-en un, puis recommencez avec le fichier entier ; rien n’en a été gardé
files-iati_twice =
    .what = Ligne { $row }, iati-identifier : { $value } figure déjà à la ligne { $first }.
    .why = il nomme une seule activité au monde
    .remedy = corrigez ou retirez l’un des deux, puis recommencez avec le fichier entier ; rien n’en a été gardé
files-iati_unknown =
    .what = { $row } : une activité porte le champ { $field } à { $column }.
    .why = aucun élément de la norme qui soit écrit ne le porte : il serait perdu
    .remedy = prenez l’un de ceux-ci : { $fields }
files-calendar_zone =
    .what = Le fuseau horaire { $zone } du calendrier ne peut être compris.
    .why = il bute sur : { $reason } ; par une supposition, une réunion tomberait des heures trop tôt ou trop tard
    .remedy = employez un nom comme Africa/Algiers ou America/New_York, ou UTC ; rien du fichier n’a été gardé
files-calendar_unreadable =
    .what = Le fichier n’est pas un calendrier lisible.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = demandez à son auteur un fichier iCalendar (RFC 5545) ; rien du fichier n’a été gardé
files-calendar_floating =
    .what = Ligne { $row } : { $property } { $value } est une heure sans fuseau.
    .why = ce serait un autre instant pour chaque lecteur
    .remedy = écrivez-la en UTC avec un Z final, ou avec un TZID ; rien du fichier n’a été gardé
files-calendar_value =
    .what = Ligne { $row }, { $property } : { $value } n’y a pas sa place.
    .why = la norme veut quelque chose comme { $example }, et chaque entrée porte un nom à elle
    .remedy = corrigez, puis relisez le fichier entier ; rien du fichier n’a été gardé
files-ocds_stage =
    .what = L’état { $state } n’a pas d’étape en OCDS.
    .why = la correspondance du modèle { $template } dit { $stage }, et les étapes sont : { $stages }
    .remedy = nommez-en une sous tag dans [map.ocds] du modèle
files-amount_inexact =
    .what = Le montant { $amount } { $currency } ne peut s’écrire comme nombre JSON.
    .why = les lecteurs gardent 15 chiffres, et les derniers changeraient
    .remedy = arrondissez-le à des unités entières de la monnaie, par les deux parties
files-template_not_toml =
    .what = Le modèle { $file } ne peut pas être lu.
    .why = sa lecture comme TOML s’arrête sur : { $reason }
    .remedy = corrigez le fichier à cet endroit
## end of files

## paper
cooperation-no_such_currency =
    .what = { $currency } n’est pas le code d’une monnaie.
    .why = un montant sans monnaie est une autre somme pour chaque lecteur
    .remedy = écrivez ses trois capitales (ISO 4217), comme DZD ou USD
cooperation-no_such_holder =
    .what = { $holder } ne conserve aucun original d’un texte entre { $parties }.
    .why = chacune des deux parties conserve un original, et nul autre
    .remedy = nommez l’une des deux parties
files-paper_in_one_language =
    .what = { $first } et { $second } donnent tous deux leur texte en { $language }, et un papier à deux colonnes veut deux langues.
    .why = chaque colonne est le texte d’une partie, à côté de celui de l’autre
    .remedy = donnez chaque langue à l’une des deux parties
files-cannot_be_sealed =
    .what = Le papier ne peut être scellé pour { $party }.
    .why = le sceau ne peut être ajouté : { $reason }
    .remedy = scellez l’original tel qu’il a été établi, une fois pour chaque partie
files-seal_broken =
    .what = Le papier n’est pas celui que les deux parties ont scellé.
    .why = { $reason }
    .remedy = demandez à l’autre partie son original, et comparez les deux
files-paper-agenda = Ordre du jour
files-paper-minutes = Procès-verbal
files-paper-decision = Décision
files-paper-report = Rapport annuel de mise en œuvre
files-paper-and = { $first } et { $second }
files-paper-three = { $first }, { $second } et { $third }
files-paper-between = { $first } – { $second }
files-paper-original = Original : { $party }
files-paper-reference = Référence
files-paper-under = Au titre de
files-paper-group = Groupe de travail
files-paper-from = De
files-paper-until = À
files-paper-place = Lieu
files-paper-under-clause = { $agreement }, article { $clause }
files-paper-delegations = Délégations
files-paper-items = Points
files-paper-office = Conduit par
files-paper-duration = Durée
files-paper-decided = Décidé
files-paper-action = Action
files-paper-owner = Responsable
files-paper-due = Échéance
files-paper-effects = Ce qu’elle met en œuvre
files-paper-review = Réexamen le
files-paper-follows = Issue de la réunion
files-paper-withheld = Réservé. { $reason }
files-paper-withheld-until = Réservé jusqu’au { $date }. { $reason }
files-paper-language-ar = arabe
files-paper-language-en = anglais
files-paper-language-fr = français
files-paper-done = Fait à { $place }, le { $date }, en deux originaux, chacun en langues { $languages }, { $count ->
        [2] les deux
       *[other] tous les
    } textes faisant également foi.
files-paper-since = Du
files-paper-to = Au
files-paper-as-of = À la date du
files-paper-summary = En bref
files-paper-announced-decided-done = Annoncé, décidé, fait
files-paper-announced = Annoncé
files-paper-decided-by = Décidé
files-paper-done-on = Fait
files-paper-not-recorded = non consigné
files-paper-not-yet = pas encore
files-paper-obligations = Obligations
files-paper-state = État
files-paper-state-done = remplie
files-paper-state-open = en cours
files-paper-state-late = en retard
files-paper-states = remplies : { $done } ; en cours : { $open } ; en retard : { $late }
files-paper-money = Sommes par initiative
files-paper-total = Total en { $currency }
files-paper-agreed = Convenu
files-paper-claimed = Déclaré payé
files-paper-confirmed = Confirmé par les deux
files-paper-balance = Reste à payer
files-paper-checks = Contrôles
files-paper-planned = Prévu
files-paper-finding = Constat
files-paper-corrections = Corrections encore ouvertes
files-paper-none = Néant.
files-paper-signed-electronically = Signé électroniquement
files-paper-roadmap-as-of = Au { $date }
## end of paper

## node
node-standing-tabled = déposé, signé par aucune des deux parties
node-standing-us = signé par le partenaire, en attente de notre signature
node-standing-partner = signé par nous, en attente du partenaire
node-standing-receipt = signé par les deux, en attente de l’accusé de réception du partenaire
node-standing-agreed = convenu par les deux parties
node-standing-void = non convenu ; une nouvelle version est ouverte
node-direction-unknown = pas encore essayé
node-direction-following = en ordre
node-direction-silent = pas de réponse utilisable ; le nœud réessaie de lui-même
node-direction-frozen = arrêté : une preuve a échoué, les deux versions sont conservées comme pièces
node-badge-ours = À nous
node-badge-shared = Partagé
node-badge-partner = Au partenaire
api-body_too_large =
    .what = La demande est trop volumineuse.
    .why = son contenu ne peut dépasser { $limit } octets et doit annoncer sa longueur
    .remedy = envoyez moins à la fois ; les fichiers sont désignés par leur chemin, non envoyés
api-malformed_request =
    .what = La demande est mal formée à { $place }.
    .why = { $reason }
    .remedy = voyez dans /api/v1/openapi.json ce que prend cette adresse
api-no_such_page =
    .what = Il n’y a rien à cette adresse.
    .why = le nœud répond { $status } à { $method } ici
    .remedy = voyez les adresses dans /api/v1/openapi.json
api-port_taken =
    .what = Le nœud ne peut pas écouter sur le port { $port } de { $host }.
    .why = le système a répondu : { $reason }
    .remedy = arrêtez le programme qui occupe le port, ou donnez à { $setting } une autre valeur dans node.toml (0 : un port libre)
node-unknown_agreement =
    .what = Ce nœud ne détient aucun accord { $agreement }.
    .why = il détient : { $held }
    .remedy = nommez l’un de ceux-ci
node-folder_taken =
    .what = Le dossier { $folder } n’est pas vide.
    .why = un nœud commence dans un dossier à lui, pour que rien ne soit écrasé
    .remedy = nommez un dossier qui n’existe pas encore
node-not_a_party =
    .what = { $party } n’est pas partie à { $agreement }.
    .why = les parties sont { $parties }
    .remedy = nommez l’une d’elles
node-card_of_another_agreement =
    .what = La carte appartient à un autre accord.
    .why = elle nomme { $theirs }, et ce nœud détient { $ours }
    .remedy = comparez les empreintes des deux fichiers avec `comity agreement hash` avant de poursuivre
node-own_card =
    .what = C’est notre propre carte.
    .why = elle nomme { $party }, comme ce nœud ; une partie ne peut être son propre partenaire
    .remedy = enregistrez la carte que le partenaire a remise
node-card_names_differ =
    .what = Les clés de la carte ne portent pas les noms que l’accord donne à { $party }.
    .why = l’accord nomme { $origin } et { $mirror }
    .remedy = demandez au partenaire une carte établie avec `comity init` au titre de cet accord
node-bad_card =
    .what = Le fichier n’est pas la carte d’une partie.
    .why = sa lecture comme { $schema } donne : { $reason }
    .remedy = demandez au partenaire le fichier card.json que `comity init` a écrit pour cet accord
node-case_not_ours =
    .what = { $case } n’est pas un cas à nous.
    .why = seul un cas ouvert par ce nœud peut être planifié, fouillé et communiqué d’ici
    .remedy = vérifiez son nom dans la liste des cas
node-not_served =
    .what = Le nœud { $folder } ne répond pas.
    .why = rien ne répond à sa prise : { $reason }
    .remedy = démarrez-le avec `comity serve`
node-content_unreadable =
    .what = Ce qui est arrivé ne peut être lu.
    .why = ce n’est pas un contenu de la forme { $schema }
    .remedy = demandez à l’opérateur du partenaire quelle version de Comity l’a écrit
node-disk_not_durable =
    .what = Le disque n’a pas conservé { $name }.
    .why = le système a répondu { $reason } quand on lui a demandé de rendre le fichier durable
    .remedy = arrêtez, vérifiez le disque et redémarrez le nœud ; il reconstruit ses fichiers depuis sa base
node-disk_refused =
    .what = Le disque refuse { $name }.
    .why = le système a répondu : { $reason }
    .remedy = vérifiez que le dossier existe et que vous pouvez y écrire
node-disk_full =
    .what = Il n’y a plus de place sur le disque pour { $name }.
    .why = le système a répondu : { $reason }
    .remedy = libérez de la place et réessayez ; rien n’a été écrit à moitié
node-useless_answer =
    .what = La réponse du partenaire est inutilisable.
    .why = la lecture de { $path } donne : { $reason }
    .remedy = rien n’est perdu ; le nœud réessaie, et si cela dure, prévenez l’opérateur du partenaire
node-content_altered =
    .what = Ce que le partenaire a envoyé n’est pas ce que son registre annonce.
    .why = le contenu { $name } a une autre empreinte ou une autre taille
    .remedy = redemandez-le au partenaire, et gardez son registre comme pièce si cela persiste
node-partner_silent =
    .what = Le partenaire ne répond pas.
    .why = la lecture de { $path } s’est terminée par { $reason }
    .remedy = rien n’est perdu ; le nœud réessaie, vérifiez entre-temps la ligne et l’adresse du partenaire
node-keys_exposed =
    .what = La clé { $name } peut être lue par d’autres sur cette machine.
    .why = ses droits sont { $mode } ; quelqu’un d’autre pourrait donc signer en notre nom
    .remedy = mettez 0700 au dossier et 0600 à ses fichiers, cherchez qui y avait accès, et renouvelez les clés
node-bad_key =
    .what = Le fichier de clé { $name } manque ou est endommagé.
    .why = il devrait contenir { $digits } chiffres hexadécimaux
    .remedy = restaurez le dossier `keys` depuis sa copie ; une nouvelle clé demande l’accord du partenaire
node-seed_missing =
    .what = La graine d’une clé à nous, convenue par les deux parties, n’est pas ici.
    .why = aucun fichier keys/{ $name }.seed ni keys/{ $name }.next.seed ne donne cette clé : ce dossier est antérieur au changement de clés, ou le fichier a été perdu
    .remedy = arrêtez le nœud, remettez la copie la plus récente du dossier `keys` à sa place, et redémarrez-le
node-keys_of_another_kind =
    .what = L’annexe des clés nomme une clé d’un autre type.
    .why = un registre est signé par une clé Ed25519 de type 1, les accusés de réception par une clé de type 4
    .remedy = faites générer de nouvelles clés avec `comity keys draw`
node-keys_not_ours =
    .what = Cette annexe des clés ne peut être signée ici.
    .why = elle ne nomme ni nos clés en vigueur ni celles générées sur ce nœud ; la première annexe est celle des deux cartes
    .remedy = comparez les empreintes de vive voix avec le partenaire ; proposez l’annexe depuis le nœud qui change
node-old_keys_needed =
    .what = Les anciennes clés servent encore au titre de { $agreements }.
    .why = les nouvelles clés n’y sont pas convenues par les deux parties, ou aucun accusé de réception ne montre une tête signée par les deux clés
    .remedy = faites-y signer l’annexe des clés par les deux parties, attendez l’accusé de réception du partenaire, puis réessayez
node-no_keys_drawn =
    .what = Il n’y a pas d’anciennes clés à retirer.
    .why = aucune nouvelle clé n’a été générée sur ce nœud
    .remedy = générez-en avec `comity keys draw`
node-keys_drawn_before =
    .what = De nouvelles clés ont déjà été générées, et ne servent pas encore partout.
    .why = keys/{ $name } existe, et une clé générée n’est jamais remplacée
    .remedy = faites-en convenir au titre de chaque accord, puis lancez `comity keys retire`
node-already_served =
    .what = Le nœud { $folder } est déjà en service.
    .why = un autre processus (numéro { $process }) tient son verrou, et deux rédacteurs se contrediraient
    .remedy = utilisez le nœud en marche, ou arrêtez-le avant d’en démarrer un autre sur ce dossier
node-head_moved =
    .what = Le registre { $origin } a changé pendant son écriture.
    .why = il avait { $read } inscriptions à la lecture, et la base en contient maintenant { $known }
    .remedy = arrêtez : deux programmes écrivent dans ce dossier
node-published_ahead =
    .what = Le registre publié { $origin } est plus long que ce dont le nœud se souvient.
    .why = il a été publié avec { $published } inscriptions, et la base en contient { $known }
    .remedy = la base est une copie ancienne : restaurez la plus récente avant de reprendre le service
node-card_changed =
    .what = La carte de { $party } n’est pas celle qui a été enregistrée.
    .why = l’empreinte était { $pinned }, elle est maintenant { $offered }
    .remedy = appelez le partenaire ; de nouvelles clés demandent une annexe signée par les deux parties
node-partner_not_enrolled =
    .what = Le partenaire au titre de { $agreement } n’est pas encore enregistré.
    .why = sans sa carte, ce nœud ne connaît ni son adresse ni ses clés
    .remedy = échangez les fichiers card.json de la main à la main et lancez `comity enrol`
node-receipt_of_another_record =
    .what = L’accusé de réception du partenaire porte sur un registre qui n’est pas le nôtre.
    .why = notre clé a signé une tête de { $size } inscriptions que ce nœud n’a jamais écrite
    .remedy = cessez de signer, gardez les pièces, et cherchez qui d’autre détenait notre clé
node-not_frozen =
    .what = Ce sens n’est pas arrêté.
    .why = seul un sens arrêté par une preuve qui a échoué peut être repris
    .remedy = regardez l’état du partenaire ; le nœud réessaie de lui-même
node-receipt_unsigned =
    .what = L’accusé de réception du partenaire ne porte pas sa signature.
    .why = la clé { $name } ne l’a pas signé
    .remedy = demandez à l’opérateur du partenaire ; d’ici là, ce que nous signons reste sans accusé de réception
node-partner_not_asked =
    .what = Rien n’est signé avant que le partenaire n’ait répondu une fois depuis le démarrage de ce nœud.
    .why = ce dossier est peut-être une copie ancienne, et seul le partenaire sait si nous avons signé plus qu’elle ne contient
    .remedy = attendez que le partenaire réponde ; s’il ne doit plus jamais répondre, un officier peut décider de continuer sans lui
node-nothing_to_decide =
    .what = Il n’y a rien à décider : ce nœud n’attend pas son partenaire.
    .why = seul un nœud dont le partenaire enregistré n’a pas répondu depuis le démarrage peut recevoir l’ordre de continuer sans lui
    .remedy = regardez l’état du partenaire
node-ask_first =
    .what = Le partenaire n’a pas encore été interrogé.
    .why = qui continue sans demander risque de contredire ce qui a été signé auparavant
    .remedy = laissez le nœud consulter le partenaire au moins une fois, puis décidez
node-content_erased =
    .what = Ce contenu a été effacé le { $at }.
    .why = sa règle permettait de le garder jusque-là, et les deux parties l’effacent ; le registre en garde la trace
    .remedy = redemandez-le au partenaire au titre d’une clause mise en œuvre
node-backup_exists =
    .what = Il existe déjà un fichier { $name }.
    .why = une sauvegarde n’en remplace jamais une autre, qui est peut-être la seule bonne
    .remedy = nommez un nouveau fichier
node-backup_damaged =
    .what = Le fichier n’est pas une sauvegarde complète d’un nœud.
    .why = sa lecture comme { $schema } échoue à { $reason }
    .remedy = prenez une autre sauvegarde ; rien n’a été restauré
node-backup_without_keys =
    .what = La sauvegarde ne contient pas de clés.
    .why = elle a été faite avec --without-keys, et un nœud sans ses clés ne peut rien signer
    .remedy = nommez le dossier où vous gardez la copie des clés : --keys DOSSIER
node-content_not_on_disk =
    .what = Un contenu que le registre annonce n’est pas sur le disque.
    .why = blobs/{ $name } manque
    .remedy = demandez au partenaire d’exporter encore une fois, avec --whole
node-nothing_on_disk =
    .what = Le disque ne contient rien de { $party } au titre de { $agreement }.
    .why = il n’y a pas de tête publiée dans { $folder }
    .remedy = nommez le dossier que l’export du partenaire a écrit, en entier
node-partner_without_certificate =
    .what = La carte du partenaire ne porte pas de certificat, et son adresse en demande un.
    .why = sans lui, personne ne peut dire qui répond à { $url }
    .remedy = demandez au partenaire la carte que son nœud a faite avec son certificat, et enregistrez-la de nouveau
node-no_certificate =
    .what = Ce nœud n’a pas de certificat.
    .why = keys/{ $name } manque, et la ligne vers le partenaire est chiffrée des deux côtés
    .remedy = refaites le nœud avec `comity init`, ou prenez une adresse de cette machine qui commence par http
node-plain_line =
    .what = La ligne vers le partenaire n’est pas chiffrée.
    .why = { $url } transporterait tout en clair au-delà de cette machine
    .remedy = enregistrez le partenaire avec une adresse qui commence par https
node-partner_holds_more =
    .what = Le partenaire détient plus de notre registre que nous.
    .why = il a { $theirs } inscriptions signées par nous, et ce nœud en connaît { $ours } : il a été ramené à un état ancien
    .remedy = ne signez rien ; le nœud reprend ce qui lui manque dès que la copie du partenaire peut être lue en entier
node-no_such_evidence =
    .what = Cette pièce n’existe pas.
    .why = rien de la sorte { $part } n’est conservé sous le numéro { $number }
    .remedy = consultez la liste des contradictions
node-quota_spent =
    .what = Le partenaire a envoyé autant qu’il le peut en un jour.
    .why = plus de { $limit_mib } Mio sont arrivés depuis minuit UTC
    .remedy = le nœud continue demain ; demandez au partenaire ce qu’il envoie, ou relevez pull.most_mib_per_day
node-content_too_large =
    .what = Un contenu que le partenaire annonce est trop grand.
    .why = il est annoncé avec { $size } octets, et l’accord en permet au plus { $limit }
    .remedy = demandez au partenaire de l’envoyer en plusieurs parties
node-entry_missing =
    .what = Il manque une inscription du registre { $origin } dans la base du nœud.
    .why = rien ne se trouve à la position { $position }, et des inscriptions plus récentes y sont
    .remedy = restaurez la sauvegarde la plus récente ; le nœud reprend chez son partenaire ce qui lui manque
node-too_much_at_once =
    .what = Le registre du partenaire a grandi plus qu’une lecture n’en reprend.
    .why = plus de { $limit } octets sont nouveaux depuis la dernière lecture
    .remedy = rien n’est perdu, la prochaine lecture reprend là où celle-ci s’est arrêtée ; demandez au partenaire ce qu’il a publié
node-entry_from_the_future =
    .what = Une inscription du partenaire est datée de notre avenir.
    .why = son heure est en avance de plus de { $limit_s } secondes sur l’horloge de ce nœud
    .remedy = comparez les deux horloges ; le nœud réessaie de lui-même
node-agreement_not_agreed =
    .what = Rien n’a été envoyé : le mémorandum n’est pas encore convenu par les deux parties.
    .why = au titre de l’article { $article }, rien ne part sans une règle en vigueur, et aucune ne l’est avant cela
    .remedy = faites signer le mémorandum par les deux parties, puis réessayez
node-decision_misnamed =
    .what = La décision { $decision } ne peut être signée sous { $series }.
    .why = une décision se trouve dans la série qui porte son propre nom
    .remedy = utilisez decision/{ $decision }
node-unknown_series =
    .what = Rien ne peut être signé sous { $series }.
    .why = cette série n’existe pas, ou son texte manque
    .remedy = utilisez agreement ou keys ; avec son texte, decision/ et son identifiant, rescue/ ou cooperation/ et une fiche
node-another_text =
    .what = Ce texte ne peut être signé sous { $series }.
    .why = il diffère de celui que ce nœud détient
    .remedy = comparez les empreintes avec le partenaire avant que quiconque signe
node-no_such_series =
    .what = Rien n’a été déposé sous { $series }.
    .why = le registre contient : { $known }
    .remedy = déposez d’abord un texte, ou attendez que celui du partenaire soit arrivé
node-not_our_turn =
    .what = C’est au partenaire de proposer un texte sous { $series }.
    .why = après l’échec de la version { $number }, les parties proposent à tour de rôle
    .remedy = demandez au partenaire de proposer le texte ; vous pourrez alors le signer
node-passkey_needed =
    .what = Rien n’a été signé : { $agreement } se signe avec une clé d’accès.
    .why = seul l’exemple peut être signé sans elle, et l’article { $article } lie cet accord-ci
    .remedy = entrez avec la clé d’accès de votre bureau, lisez l’acte et signez celui-là
node-act_changed =
    .what = Rien n’a été signé : l’acte n’est plus celui qui a été montré.
    .why = ces parties ont changé depuis : { $changed }
    .remedy = relisez-le, et signez ce qu’il dit à présent
node-signed_before =
    .what = Il ne reste rien à signer dans { $series }.
    .why = notre signature sous ce texte figure dans le registre
    .remedy = attendez la signature du partenaire, ou son accusé de réception de la nôtre
node-no_evidence =
    .what = Aucune preuve de clé d’accès n’est gardée pour l’inscription { $position }.
    .why = ce n’est pas une signature de notre part, ou l’exemple a été signé sans clé d’accès
    .remedy = cherchez les signatures parmi les inscriptions de notre registre
node-evidence_not_genuine =
    .what = La preuve de la clé d’accès ne tient pas.
    .why = { $reason }
    .remedy = signez de nouveau ; si une preuve ancienne échoue, gardez une copie de ce dossier et faites-la examiner
node-release_stopped =
    .what = Rien n’a été envoyé : { $office } a arrêté toute communication au titre de { $agreement }.
    .why = une partie peut arrêter son propre contrôle de communication à tout moment, et l’article { $article } ne laisse rien sortir de lui-même
    .remedy = demandez à ce bureau ; les communications reprennent quand un bureau lève l’arrêt
node-no_such_notice =
    .what = Le partenaire n’a pas fait cette notification.
    .why = son registre ne contient pas de notification { $notice } au titre de l’accord en vigueur
    .remedy = prenez la notification dans la liste des notifications
node-unknown_reason =
    .what = { $reason } n’est pas un motif d’arrêt.
    .why = les motifs forment une liste fermée : { $reasons }
    .remedy = choisissez l’un d’eux
node-nothing_stopped =
    .what = Rien n’est arrêté ici.
    .why = aucun bureau ne l’a arrêté, ou l’arrêt a déjà été levé
    .remedy = consultez la liste des arrêts
node-nothing_to_end =
    .what = Il n’y a pas d’accord à dénoncer.
    .why = les deux parties ne l’ont pas encore signé
    .remedy = refusez plutôt son texte
node-stopped_by_office =
    .what = { $office } a arrêté de suivre le registre du partenaire.
    .why = une partie peut s’arrêter aussitôt quand une clé est perdue ou qu’un registre est en doute
    .remedy = levez l’arrêt une fois les clés du partenaire convenues ; le nœud réessaie alors de lui-même
node-agreement_ended =
    .what = Rien n’a été envoyé : l’accord a pris fin par notification.
    .why = le délai de l’article { $article } a couru depuis la réception de la notification, et il est écoulé
    .remedy = ce qui a été signé reste prouvable ; pour échanger de nouveau, signez un autre accord
node-draft_too_long =
    .what = Le projet est trop long.
    .why = il compte { $found } octets, et un projet peut en compter { $limit }
    .remedy = raccourcissez-le, ou modifiez moins de langues à la fois : les autres suivent dans un amendement à part
node-no_such_version =
    .what = L’accord n’a pas de version { $number }.
    .why = les deux parties en ont signé { $count } à ce jour, comptées à partir de 0
    .remedy = choisissez l’une d’elles
node-no_such_rule =
    .what = L’accord n’a pas de règle { $rule }.
    .why = seule une règle de la version la plus récente peut être modifiée
    .remedy = choisissez parmi : { $known }
node-rule_name_stays =
    .what = La règle { $rule } ne peut pas recevoir un autre identifiant.
    .why = ce qui a été communiqué en vertu d’une règle la nomme ; sous un autre identifiant, c’est une autre règle
    .remedy = n’envoyez pas id ; ou supprimez la règle et ajoutez-en une autre, avec amended
node-wording_not_held =
    .what = Ce nœud ne détient pas le texte signé en { $language }.
    .why = un article se modifie à l’intérieur du texte que les deux parties ont signé, et ce texte n’est pas ici
    .remedy = faites déposer le texte signé dans le dossier du nœud par l’opérateur
node-no_such_text_draft =
    .what = Il n’y a pas de projet { $draft }.
    .why = il n’a jamais été écrit, ou a été abandonné
    .remedy = choisissez parmi : { $known }
node-cannot_succeed =
    .what = { $office } ne peut pas succéder à { $succeeds }.
    .why = les deux doivent être des bureaux de ce nœud, un bureau succède à un seul autre, et jamais en cercle
    .remedy = consultez la liste des bureaux ; invitez d’abord le nouveau
node-preview_outdated =
    .what = Rien n’a été envoyé : ce qui partirait n’est plus ce qui a été montré.
    .why = le cas, sa dérive ou la règle a changé depuis
    .remedy = regardez de nouveau l’aperçu, puis envoyez
node-already_signed =
    .what = Notre réponse à cette version a déjà été donnée.
    .why = une partie répond une fois à une version, et la nôtre est { $choice }
    .remedy = demandez au partenaire de refuser la version ; une nouvelle s’ouvre alors
node-no_such_text =
    .what = Aucun texte de ce genre n’est à signer dans { $series }.
    .why = sont déposés : { $tabled }
    .remedy = attendez que le texte du partenaire soit arrivé, ou vérifiez son empreinte
node-no_such_file =
    .what = Le cas { $case } n’a pas de fichier { $name }.
    .why = ses fichiers sont énumérés avec le cas
    .remedy = demandez d’abord la dérive, ou vérifiez le nom
node-bad_case_name =
    .what = { $case } ne peut être le nom d’un cas.
    .why = un nom a des lettres minuscules, des chiffres et des traits d’union simples, { $most } au plus
    .remedy = nommez-le par le lieu et la date, comme bejaia-2008-08-06
node-no_such_case =
    .what = Il n’y a pas de cas { $case }.
    .why = aucun bureau ici ne l’a ouvert, et le partenaire ne l’a pas envoyé
    .remedy = vérifiez son nom dans la liste des cas
node-case_not_written =
    .what = Le cas contient quelque chose qui ne peut pas être écrit.
    .why = un demi-caractère (un « surrogate » isolé), NUL, ou un nombre au-delà de 64 bits, figure dans un de ses champs
    .remedy = saisissez ce champ à nouveau au lieu de le coller
node-case_of_the_partner =
    .what = { $case } est un cas du partenaire.
    .why = seul le centre qui a ouvert un cas en calcule la dérive et en garde les fichiers
    .remedy = ouvrez un cas à vous si vous cherchez aussi
node-case_exists =
    .what = Il y a déjà un cas { $case }.
    .why = un cas s’ouvre une fois, et ce qu’on en apprend s’y ajoute
    .remedy = choisissez un autre nom, ou travaillez sur le cas ouvert
node-case_there_already =
    .what = Le cas { $case } en est déjà là.
    .why = { $office } l’a fait passer à cette étape
    .remedy = regardez de nouveau le cas, ou choisissez une autre étape
node-case_is_busy =
    .what = La dérive de { $case } est déjà en cours de calcul.
    .why = la tâche { $job } n’est pas terminée
    .remedy = attendez qu’elle le soit
node-content_contradicts =
    .what = Ce qui est arrivé contredit son annonce.
    .why = le contenu à la place { $position } nomme un autre accord, une autre règle ou une autre nature que le registre du partenaire
    .remedy = gardez les deux comme pièces et demandez à l’opérateur du partenaire
node-release_too_large =
    .what = Le cas est trop grand pour être communiqué d’un bloc.
    .why = il a { $found } octets, et l’accord en permet { $limit }
    .remedy = communiquez-le avec moins de zones, ou des zones plus simples
node-record_too_large =
    .what = Une fiche est trop grande.
    .why = elle a { $bytes } octets ; une fiche peut avoir { $limit } octets et { $values } valeurs
    .remedy = communiquez-la avec moins de zones, ou des zones plus simples
node-bad_setting =
    .what = Le réglage { $name } est faux.
    .why = sa lecture donne : { $reason }
    .remedy = voyez dans docs/reference/settings.md ce qu’il peut être
node-map_missing =
    .what = La carte de ce nœud ne peut pas être lue.
    .why = le réglage de la carte dans node.toml nomme { $name }, et il n’y a pas là de fichier que le nœud puisse lire
    .remedy = mettez-y le fichier, ou retirez sa ligne de la section [map] de node.toml pour prendre la carte livrée avec Comity
node-map_damaged =
    .what = La carte de ce nœud est abîmée ou d’une autre sorte.
    .why = le fichier { $name } n’est pas un fichier PMTiles entier de version 3 aux données vectorielles, comprimé par gzip ou pas du tout
    .remedy = copiez ou refaites le fichier : docs/how-to/use-a-richer-basemap.md dit comment
node-map_lacks_layers =
    .what = Il manque à la carte de ce nœud des couches que les pages dessinent.
    .why = il manque au fichier { $name } : { $missing }
    .remedy = faites-la avec les couches que nomme docs/how-to/use-a-richer-basemap.md
node-not_a_node =
    .what = { $folder } n’est pas un dossier de nœud.
    .why = il ne contient pas de node.toml
    .remedy = créez-en un avec `comity init`, ou nommez le bon dossier
node-socket_path_too_long =
    .what = Le chemin du dossier du nœud est trop long pour une prise.
    .why = il a { $found } octets, et le système en permet { $most }
    .remedy = placez le dossier à un endroit au chemin plus court
node-database_failed =
    .what = On ne peut se fier à la base du nœud pour conserver ce qui est écrit.
    .why = SQLite répond : { $reason }
    .remedy = arrêtez le nœud, vérifiez le disque et redémarrez-le
node-database_refuses =
    .what = La base du nœud ne prend rien pour l’instant.
    .why = SQLite répond : { $reason }
    .remedy = libérez de la place sur le disque, fermez les autres programmes qui tiennent node.db, et réessayez
node-database_newer =
    .what = Ce dossier de nœud a été écrit par un Comity plus récent.
    .why = sa base a la version { $version }, ce logiciel connaît la { $known }
    .remedy = installez le Comity plus récent ; il n’y a pas de retour en arrière, pour qu’aucune trace ne se perde
node-worker_ended =
    .what = Le calcul s’est arrêté avant la fin.
    .why = son processus s’est terminé sans résultat, comme lorsque la mémoire manque ou que le nœud est arrêté
    .remedy = redemandez-le, avec moins de particules si la mémoire est courte
node-no_database =
    .what = Le dossier de nœud { $folder } n’a pas de base.
    .why = le fichier { $name } manque
    .remedy = restaurez le dossier depuis l’endroit où vous en gardez la copie
api-own_mistake =
    .what = Le nœud a commis une erreur de son fait.
    .why = son programme a terminé cette demande par { $kind }
    .remedy = rien n’a été écrit à moitié ; prévenez l’opérateur, dont le journal nomme l’endroit
api-unknown_host =
    .what = Ce nœud n’est pas connu sous ce nom.
    .why = la page web d’un inconnu pourrait le lire sous un nom à elle
    .remedy = utilisez l’adresse du port de la maison, localhost, ou le nom donné par house.host ou house.origin
node-next-sign-memorandum = Les deux parties signent le mémorandum.
node-next-decide = Son groupe de travail décide de sa mise en œuvre.
node-next-sign-decision = Nous signons la décision déposée.
node-next-partner-signs = Le partenaire signe la décision ou en accuse réception.
node-next-exchange = Communiquer ce que ses règles permettent, dès qu’il y a lieu.
node-next-applies = Elle s’applique ; rien n’est à faire.
node-state-not-agreed = pas encore convenu par les deux
node-state-waits = pas encore : attend une décision des deux
node-state-at-work = en œuvre
node-all-domains = Tous les domaines
node-both-parties = Les deux parties
node-keys-annex = Annexe : les clés des deux parties
node-feed-in = Registre de { $party }
node-feed-out = Accusés de réception de { $party }
node-line-opened = Cas ouvert
node-alarm-case-arrived = Le partenaire a envoyé le cas de sauvetage { $subject }.
node-alarm-partner-frozen = Le registre du partenaire au titre de { $subject } se contredit : plus rien n’est lu.
node-alarm-partner-silent = Le partenaire au titre de { $subject } ne répond pas.
node-alarm-partner-stale = Plus aucune nouvelle du partenaire au titre de { $subject } depuis trop longtemps.
node-alarm-receipt-late = Le partenaire au titre de { $subject } ne confirme pas ce que nous avons publié.
node-alarm-record-contradicted = Ce que le partenaire a servi au titre de { $subject } contredit le registre ; les preuves sont conservées.
node-alarm-node-restored = Ce nœud a été restauré au titre de { $subject } et n’est pas encore synchronisé : rien n’est signé.
node-unsynchronised = Restauré, pas encore synchronisé avec { $party } : ce qui est montré peut être plus ancien que ce qui a été signé.
node-alarm-drift-failed = La dérive de { $subject } n’a pas pu être calculée.
node-request-sent = Posée ; sans réponse pour l’instant.
node-request-answered = Réponse entière donnée.
node-request-partly = Réponse partielle donnée.
node-request-declined = Déclinée selon l’article { $article }.
node-request-lapsed = Sans réponse dans le délai.
node-fate-stands = En vigueur.
node-fate-corrected = Rectifié : autre chose le remplace.
node-fate-recalled = Retiré : les deux l’ont effacé.
node-fate-in_part = Rectifié ou retiré en partie.
node-case-erased = Effacé le { $at } selon l’article { $article } : son délai est passé, et aucune des parties ne le garde.
node-case-recalled = Retiré par le partenaire le { $at } selon l’article { $article }.
node-alarm-request-due = L’échéance de la question { $subject } approche.
node-alarm-request-late = La question { $subject } a dépassé son échéance sans réponse.
node-line-drift-asked = Dérive demandée
node-line-drift-done = Dérive calculée
node-line-drift-failed = La dérive a échoué
node-line-moved =
    Passé à : { $stage } ; recherche coordonnée par { $smc ->
        [partner] le centre du partenaire
       *[ours] notre centre
    }
node-line-stored = Le partenaire en a accusé réception
api-insecure_origin =
    .what = Personne ne peut s’identifier à l’adresse { $origin }.
    .why = les navigateurs ne protègent clés d’accès et témoins de session qu’en HTTPS, ou sous un nom tel que dz.localhost
    .remedy = utilisez un nom qui finit par .localhost, ou indiquez dans house.origin l’adresse HTTPS de ce nœud
api-foreign_origin =
    .what = Cette demande vient d’une autre page.
    .why = le navigateur indique pour origine { $origin }, qui n’est pas la console de ce nœud
    .remedy = utilisez la console que sert ce nœud
api-draft_says_it_twice =
    .what = Le projet dit de plusieurs manières ce qu’il modifie.
    .why = une seule pourrait être conservée, et les autres seraient perdues sans un mot
    .remedy = envoyez une seule de ces formes : articles et rules ; ou amended ; ou document
api-draft_incomplete =
    .what = Le projet est incomplet.
    .why = il ne contient ni document, ni accord modifié avec son titre et sa date
    .remedy = envoyez document, ou amended, title et in_force
api-not_your_role =
    .what = { $office } ne peut pas faire cela.
    .why = il y faut l’un de ces rôles : { $roles }
    .remedy = adressez-vous à un bureau qui détient l’un d’eux, ou à l’opérateur du nœud
api-another_office =
    .what = Un bureau n’agit qu’en son propre nom.
    .why = { $office } est identifié, et la demande nomme { $said }
    .remedy = n’indiquez pas de bureau, ou identifiez-vous au nom de l’autre
api-csrf_missing =
    .what = La demande ne porte pas la marque de sa session.
    .why = l’en-tête X-Comity-CSRF manque ou appartient à une autre session
    .remedy = relisez GET /api/v1/session et joignez sa valeur csrf à tout ce qui écrit
api-not_signed_in =
    .what = Personne n’est identifié.
    .why = la demande ne porte aucune session ouverte
    .remedy = identifiez-vous avec une clé d’accès, ou avec un code à usage unique de l’opérateur du nœud
api-code_needed =
    .what = Une clé d’accès se crée avec un code à usage unique.
    .why = personne n’est identifié, et la demande ne porte pas de code
    .remedy = demandez un code à l’opérateur du nœud, ou identifiez-vous d’abord
api-owners_only =
    .what = Seul le propriétaire du dossier du nœud crée un code qui ouvre de lui-même une session.
    .why = un tel code se passe de clé d’accès
    .remedy = créez un code pour une clé d’accès, ou passez par node.sock
api-too_many_streams =
    .what = Trop de pages écoutent ce nœud.
    .why = { $most } flux sont déjà ouverts
    .remedy = fermez quelques pages de la console et rechargez
node-bad_code =
    .what = Ce code n’ouvre rien.
    .why = il est mal saisi, a déjà servi, ou date de plus d’un jour
    .remedy = demandez-en un nouveau à l’opérateur du nœud
node-passkey_known =
    .what = Cette clé d’accès est déjà enregistrée.
    .why = son identifiant figure dans la base du nœud
    .remedy = identifiez-vous avec elle, ou enregistrez-en une autre
node-passkey_failed =
    .what = La clé d’accès n’a pas été acceptée.
    .why = { $reason }
    .remedy = recommencez ; si cela échoue encore, demandez un nouveau code à usage unique à l’opérateur du nœud
node-no_such_office =
    .what = Ce nœud ne connaît aucun bureau { $office }.
    .why = personne ne l’a invité
    .remedy = vérifiez son nom dans la liste des bureaux
node-no_drift_yet =
    .what = La dérive de { $case } n’a pas été calculée ici.
    .why = il n’y a pas de nuage à montrer
    .remedy = demandez la dérive et attendez sa fin ; le cas d’un partenaire n’apporte que ses zones
node-no_such_hour =
    .what = La dérive n’a pas d’heure { $hour }.
    .why = elle en a { $count }, à partir de 0
    .remedy = consultez la chronologie du cas
node-no_such_entry =
    .what = Le registre n’a pas d’inscription { $position }.
    .why = il en a { $size }, à partir de 0
    .remedy = vérifiez le numéro dans la liste des inscriptions
node-log_file_missing =
    .what = Un fichier du registre { $origin } manque.
    .why = { $path } n’est pas dans le dossier du nœud
    .remedy = rétablissez le dossier à partir de sa copie la plus récente, puis lancez `comity doctor`
node-no_such_alarm =
    .what = Cette alarme n’existe pas.
    .why = rien ne figure sous { $alarm }, ou elle est passée
    .remedy = consultez de nouveau la liste des alarmes
node-no_forcing =
    .what = Ce nœud n’a ni courants ni vent à lui.
    .why = le dossier { $folder } n’existe pas
    .remedy = indiquez dans forcing.folder un dossier de fichiers netCDF, ou nommez les fichiers dans le cas
node-no_such_request =
    .what = Le partenaire n’a envoyé aucune question de ce nom.
    .why = son registre, tel qu’il est ici, ne contient pas { $request }
    .remedy = cherchez-la dans la liste des questions, ou attendez qu’elle arrive
node-request_closed =
    .what = On ne peut plus répondre ainsi à la question { $request }.
    .why = son état est { $state }, et son échéance était { $due }
    .remedy = demandez au partenaire de la poser à nouveau
node-request_already_due =
    .what = La question { $request } serait échue avant d’être envoyée.
    .why = son échéance est { $due }
    .remedy = donnez au partenaire une échéance à venir
node-no_such_draft =
    .what = Il n’y a pas de projet de question { $request }.
    .why = il a été envoyé ou abandonné, ou personne ne l’a rédigé
    .remedy = vérifiez son numéro dans la liste des questions
node-answer_of_another_kind =
    .what = Ces éléments ne répondent pas à la question { $request }.
    .why = elle porte sur des éléments du genre { $item }, nommés une fois chacun ; { $found } ont été donnés
    .remedy = nommez au moins un élément de ce genre
node-answer_held =
    .what = Rien n’a été envoyé : selon l’article { $article }, rien n’en peut sortir avant { $until }.
    .why = le délai ou la cadence de la règle { $rule } n’est pas écoulé
    .remedy = répondez après cette heure, ou déclinez selon l’article
node-nothing_left_there =
    .what = Rien n’est sorti sous l’inscription { $position }.
    .why = notre registre n’y contient aucune communication, ou son contenu n’a pas de partie { $place }
    .remedy = prenez le numéro dans la liste de ce qui est sorti
node-not_the_same_rule =
    .what = Ceci ne peut pas rectifier ce qui est sorti selon { $rule }.
    .why = une rectification sort selon la même règle que ce qu’elle rectifie, et dès maintenant
    .remedy = retirez ce qui est sorti, puis communiquez-le à nouveau
node-stands_no_more =
    .what = Ce qui est sorti sous l’inscription { $position } ne vaut plus.
    .why = cela a été rectifié ou retiré le { $since }
    .remedy = rectifiez ou retirez ce qui le remplace
## end of node

## cli
cli-drift-reading = Lecture des courants, du vent et de la côte
cli-drift-drifting = Calcul de la dérive
cli-drift-drawing = Tracé et écriture
cli-drift-example = EXEMPLE : pas une recherche réelle.
cli-drift-done = Cas { $case } : { $particles } hypothèses ont dérivé du { $first } au { $last }.
cli-drift-centre = Centre { $place } ; dispersion { $east } km vers l’est et { $north } km vers le nord (1 écart type).
cli-drift-level = { $level } de la probabilité se trouve dans { $area } km².
cli-drift-ashore = À la côte : { $share }.
cli-drift-left = Sortis de la zone du courant ou du vent, et comptés là où ils se trouvaient auparavant : { $share }.
cli-drift-uncertainty = Erreur du courant modélisé : { $size } m/s sur chaque composante, gardée en mémoire { $hours } h ({ $source }).
cli-drift-exact = Courant et vent tenus pour exacts : les zones sont trop petites pour une vraie recherche.
cli-skill-hours = heures
cli-skill-windows = fenêtres / de
cli-skill-in-50 = dans 50 % (ic 95 %)
cli-skill-in-90 = dans 90 % (ic 95 %)
cli-skill-apart = écart km
cli-skill-moved = trajet km
cli-skill-score = score
cli-skill-area = 90 % km²
cli-skill-note = Fenêtres / bouées ; distances, score de Liu et Weisberg et surface sont des médianes. Écartées, car le forçage ne les couvre pas : { $left } sur { $all }.
cli-skill-outline = À { $time }, le contour contient { $share } de la probabilité.
cli-skill-overlap = Zone de { $level } : elle couvre { $outline } du contour, { $region } en est dans le contour ; { $union } des deux ensemble est commun.
cli-drift-folder = Résultats dans { $folder } ; regardez d’abord map.png.
cli-node-made = Le nœud de { $party } se trouve dans { $folder }.
cli-node-card = Notre carte pour { $agreement }, à remettre au partenaire : { $path }
cli-node-renewed = Un nouveau certificat figure sur notre carte : remettez { $file } au partenaire, qui l’enregistre à nouveau.
cli-node-fingerprint = Empreinte de { $party } : { $fingerprint }
cli-node-enrolled = Le partenaire { $party } est enregistré au titre de { $agreement }.
cli-node-compare = Appelez le partenaire et comparez les deux empreintes de vive voix avant de signer quoi que ce soit.
cli-keys-drawn = De nouvelles clés sont générées. Elles ne signent rien avant que les deux parties en soient convenues.
cli-keys-public = { $agreement } : { $key }
cli-keys-fingerprint = { $agreement } : notre carte se lit à voix haute { $fingerprint }
cli-keys-next = Ensuite : déposez l’annexe par `comity acts table { $folder } { $agreement } keys`, lisez l’empreinte au partenaire et faites signer les deux parties.
cli-keys-settled = { $agreement } : aucun changement de clés n’est en cours.
cli-keys-to_agree = { $agreement } : les deux parties ne sont pas encore convenues des clés générées ; les clés en usage signent seules.
cli-keys-overlap = { $agreement } : convenues par les deux. Anciennes et nouvelles clés signent ensemble jusqu’à ce que l’accusé de réception de { $partner } montre la nouvelle.
cli-keys-passed = { $agreement } : { $partner } a suivi. Les nouvelles clés signent seules, et les anciennes ne servent plus ici.
cli-keys-offered = De nouvelles clés de { $party } sont déposées ; sa carte avec elles se lit à voix haute { $fingerprint }
cli-keys-retired = Les anciennes clés sont effacées. Faites une sauvegarde maintenant et détruisez les copies de l’ancien dossier `keys`.
cli-backup-made = La sauvegarde { $file } est écrite : { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }, { $bytes } octets, chacun avec sa somme de contrôle.
cli-backup-keys = Elle contient les clés de ce nœud : qui détient le fichier peut signer en notre nom. Gardez-la sous clé.
cli-backup-no-keys = Elle ne contient pas de clés : gardez ailleurs une copie du dossier `keys`, sans laquelle rien ne peut être restauré.
cli-restore-made = Le nœud de { $party } est restauré dans { $folder }, tel qu’il était le { $made }.
cli-restore-next = Mettez-le en service : il interroge d’abord le partenaire, reprend ce qui a été signé depuis, et ne signe rien jusque-là.
cli-handover-made = dans { $file } : { $open } affaires ouvertes, dont { $nobody } sans bureau qui en réponde.
cli-handover-title = Passation : { $agreement }, { $party }
cli-handover-moment = À la date du { $moment }. La version { $version } de l’accord est en vigueur.
cli-handover-in-force = En vigueur
cli-handover-late = En retard
cli-handover-owed-by-us = Dû par nous
cli-handover-owed-by-partner = Dû par le partenaire
cli-handover-nobody = personne : désignez un bureau
cli-handover-folder-owner = propriétaire du dossier du nœud
cli-handover-due = échéance { $moment }
cli-handover-text = Texte à signer
cli-handover-notice = Notification à recevoir
cli-handover-request = Question
cli-handover-approval = Communication à approuver
cli-handover-case = Cas de recherche
cli-acts-state = { $series } : { $sentence }
cli-acts-text = { $hash } par { $party }, { $office }
cli-acts-change =   { $part } { $id } : { $change }, laisse sortir { $lets }
cli-acts-leaves =   en vertu de ce texte sortira : { $rule }, article { $clause }
cli-acts-none = Rien n’attend de signature.
cli-acts-stopped = Arrêté : { $what }.
cli-acts-lifted = Repris : { $what }.
cli-acts-notice = { $party }, { $kind } : { $hash }
cli-acts-ends = L’accord prend fin le { $moment }.
cli-exchange-exported = { $agreement } : sur le disque se trouvent { $entries ->
        [one] { $entries } inscription
       *[other] { $entries } inscriptions
    } et { $contents ->
        [one] { $contents } contenu
       *[other] { $contents } contenus
    }.
cli-exchange-imported = { $agreement } : ont été lus et prouvés { $entries ->
        [one] { $entries } inscription
       *[other] { $entries } inscriptions
    } et { $contents ->
        [one] { $contents } contenu
       *[other] { $contents } contenus
    }.
cli-exchange-alone = { $agreement } : ce nœud signe de nouveau sans son partenaire, sur décision de { $office }.
cli-exchange-reported = { $count ->
        [one] { $count } communication figure
       *[other] { $count } communications figurent
    } dans { $file }.
cli-doctor-state-ok = en ordre
cli-doctor-state-warning = ATTENTION
cli-doctor-state-failed = ÉCHEC
cli-doctor-settings = Les réglages se lisent ; le nœud appartient à { $party }.
cli-doctor-served = Le nœud est en service.
cli-doctor-free = Le nœud n’est pas en service.
cli-doctor-certificate = Le certificat de la ligne vers le partenaire est valable jusqu’au { $ends }.
cli-doctor-certificate-ending = Le certificat de la ligne vers le partenaire expire le { $ends }, dans { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } : convenez d’une nouvelle carte avec le partenaire (comity renew).
cli-doctor-certificate-ended = Le certificat de la ligne vers le partenaire a expiré le { $ends } : le partenaire ne lit plus ce nœud.
cli-doctor-keys = Les deux clés sont là, et personne d’autre sur cette machine ne peut les lire.
cli-doctor-clock = L’horloge indique { $now }.
cli-doctor-clock-behind = L’horloge indique { $now }, et elle doit être postérieure à { $least } : réglez-la avant de signer quoi que ce soit.
cli-doctor-fsync = Le disque conserve ce qui est écrit en { $median_ms } ms.
cli-doctor-fsync-slow = Le disque met { $median_ms } ms à conserver ce qui est écrit ; signer paraîtra lent.
cli-doctor-disk = { $free_gb } Go sont libres sur le disque.
cli-doctor-disk-low = Il ne reste que { $free_gb } Go sur le disque : faites bientôt de la place.
cli-doctor-sqlite = SQLite { $version } est en ordre.
cli-doctor-sqlite-old = SQLite { $version } est en ordre pour ce nœud, seul à écrire dans sa base : n’ouvrez node.db avec aucun autre programme.
cli-doctor-port = Le port { $port } de { $host } est libre.
cli-doctor-port-taken = Le port { $port } de { $host } est pris : arrêtez le programme qui l’occupe, ou modifiez node.toml.
cli-doctor-map = La carte { $name } de ce nœud est entière.
cli-doctor-log = Le registre { $origin } se vérifie avec { $size ->
        [one] sa seule inscription
       *[other] toutes ses { $size } inscriptions
    }.
cli-doctor-partner = Le partenaire { $party } répond à { $url }.
cli-doctor-partner-silent = Le partenaire { $party } ne répond pas à { $url } : vérifiez la ligne et l’adresse.
cli-doctor-partner-unknown = Le partenaire au titre de { $agreement } n’est pas encore enregistré : échangez les cartes et lancez comity enrol.
cli-not_a_demo_folder =
    .what = Le dossier { $folder } n’est pas vide et n’a pas été créé par `comity demo`.
    .why = la démonstration repart de zéro et se mêlerait à ce qui s’y trouve
    .remedy = nommez un autre dossier avec --dir
cli-system_refused =
    .what = Le système refuse { $name }.
    .why = il répond : { $reason }
    .remedy = vérifiez le nom, la place libre et vos droits, puis recommencez
cli-node_did_not_start =
    .what = Le nœud du pays { $party } n’a pas démarré.
    .why = ses derniers mots ont été : { $words }
    .remedy = voyez { $log } ; si un port est pris, nommez-en un autre avec --port
cli-demo_stuck =
    .what = La démonstration a attendu { $seconds } s en vain.
    .why = un nœud n’a pas fait sa part dans ce délai
    .remedy = regardez dz.log et us.log dans le dossier de la démonstration, puis relancez-la
cli-demo_is_served =
    .what = Une autre démonstration est servie depuis { $folder }.
    .why = ses nœuds perdraient leurs fichiers
    .remedy = arrêtez-la avec Ctrl-C là où elle tourne, ou nommez un autre dossier avec --dir
cli-demo_folder_unusable =
    .what = La démonstration ne peut pas être créée dans { $folder }.
    .why = le système répond : { $reason }
    .remedy = nommez avec --dir un dossier où vous pouvez écrire
cli-node-code = Code à usage unique pour { $office }, valable un jour : { $code } (ouvrez la console à { $path }).
## end of cli

## demo
demo-row-memorandum = Le mémorandum du 22 janvier 2025 donne un cadre juridique à la coopération militaire
demo-row-talks = Les deux ministères de la Défense se parlent
demo-row-groups = Trois groupes de travail mixtes décident de la mise en œuvre et de la suite
demo-row-maritime = Les deux pays échangent des informations sur ce qui navigue
demo-row-rescue = Les personnes perdues en mer sont recherchées ensemble
demo-row-sahel = La sécurité du Sahel est étudiée en commun, contre le terrorisme
demo-row-satellites = Les émissions ouvertes et les satellites comptent
demo-row-peoples = Connaître les groupes, leurs accords et leurs différends compte autant
demo-row-contracts = De nouveaux contrats d’équipement peuvent suivre
demo-row-technology = Des partenariats en technologie de défense peuvent suivre
demo-row-investment = Les minerais et les centres de données sont envisagés
demo-row-tourism = Le tourisme est appelé à croître
demo-row-administrations = L’accord survit aux alternances
demo-row-sky = Rien ne limite ce qui peut s’ajouter
demo-row-undisclosed = Certains détails ne sont pas rendus publics
demo-row-press = Le public attend de voir ce qu’il en sortira
demo-row-history = Il fait suite à des années de dialogue et tient compte d’une position géographique
demo-row-context = Une présence qui change en Afrique, et l’habillage de la page
demo-scene-1 = Un mémorandum, une empreinte, convenu par les deux
demo-scene-2 = Des discussions convenues, trois groupes constitués, une décision des deux, la suite
demo-scene-3 = Navires : la vue du partenaire est plus grossière et plus tardive ; une question posée, une réponse
demo-scene-4 = Un sauvetage mené par les deux
demo-scene-5 = Le tableau du Sahel, une source pour chaque énoncé
demo-scene-6 = Un contrat de la demande au rapprochement
demo-scene-7 = Un partenariat technologique face à son contrôle d’exportation
demo-scene-8 = Deux offres de centre de données comparées, un permis minier
demo-scene-9 = Une campagne touristique avec un indicateur
demo-scene-10 = Tous les bureaux et toutes les clés d’un côté changent
demo-scene-11 = Un nouveau type d’initiative en un fichier
demo-scene-12 = Un octet altéré, et refusé ; le rapport annuel
demo-state-told = joué
demo-state-not-yet = pas encore
demo-state-context = contexte
demo-list-title = L’article, ligne à ligne, et la scène qui le rend réel
demo-list-line = { $scenes } · { $point } · { $state }
demo-banner = Comity { $version } joue l’article sur deux nœuds de cette machine.
demo-example = EXEMPLE : l’accord, les bureaux et le cas sont inventés et n’engagent personne.
demo-folder = Dossier { $folder }
demo-forcing-given = Courants et vent : { $source }
demo-forcing-idealised = Courants et vent : un courant algérien et une brise de mer idéalisés, calculés ici ; pas un jour réel.
demo-party-dz = L’Algérie
demo-party-us = Le nœud américain
demo-scene-heading = Scène { $number } · { $title }
demo-point = L’article : { $point }.
demo-memorandum-read = { $party } lit le mémorandum et calcule son empreinte : { $hash }
demo-memorandum-same = La même sur les deux nœuds : { $clauses } articles, { $rules } règles de communication, en arabe, en anglais et en français.
demo-signed-pending = { $party } signe { $subject } dans son propre registre (inscription { $index }) : en attente du partenaire, une seule signature n’engage personne. { $hash }
demo-signed-agreed = { $party } signe { $subject } dans son propre registre (inscription { $index }) : convenu par les deux, et les deux nœuds le disent. { $hash }
demo-subject-memorandum = le mémorandum
demo-subject-decision = la décision { $id }
demo-subject-keys = l’annexe des clés
demo-decision-tabled = Le groupe de travail « { $group } » dépose une décision : { $title }
demo-release-refused = { $party } tente d’envoyer maintenant un cas d’exercice. Refusé : { $reason }
demo-drill-title = EXEMPLE : exercice du centre de sauvetage, personne n’est porté disparu
demo-drill-ended = { $party } met fin à l’exercice { $case } : son étape est la conclusion.
demo-case-opened = { $party } ouvre le cas { $id } : { $object }, dernière position connue { $position } à { $time }.
demo-drifted = { $particles } objets possibles dérivent pendant { $hours } h, en { $seconds } s ; { $stranded } sur 1 000 s’échouent.
demo-contained = La moitié des possibilités tient dans { $half } km², 90 % dans { $ninety } km².
demo-checked = Contrôle de communication, règle { $rule } : part exact et aussitôt : { $leaves }. Reste au pays : { $stays }.
demo-released = Le cas part ({ $party }) : inscription { $index } de son registre, { $bytes } octets, { $hash }
demo-ships-heard = { $party } a entendu des navires EXEMPLE : { $ships }, pendant { $hours } h, { $positions } positions. Détections par satellite : { $detections } ; sans personne que l’on ait entendu : { $unheard }.
demo-ships-released = Contrôle de communication, règle { $rule } : contacts qui partent : { $released } ; qui attendent d’être assez anciens : { $held } ; hors de la zone : { $outside }. Reste au pays : { $stays }.
demo-ships-rule = { $sentence }
demo-detections-released = Contrôle de communication, règle { $rule } : détections par satellite qui partent : { $released } ; qui attendent : { $held } ; hors de la zone : { $outside }. Reste au pays : { $stays }.
demo-ship-at-home = À l’écran, { $party } : { $name }, MMSI { $mmsi }, { $place }, { $time }.
demo-ship-at-partner = Le même navire à l’écran, { $party } : contact { $name }, pavillon { $flag }, maille de { $place }, { $time }.
demo-ships-seen = Ce que voit l’autre partie ({ $party }) : contacts : { $contacts }, le plus récent vieux de { $hours } h ; détections : { $detections }. Les noms et les positions exactes ne sont jamais partis.
demo-asked = { $party } demande selon l’article { $article }, question { $id } : { $item }, { $area }
demo-asked-today = Sur la page du jour, { $party } : question { $id }, échéance { $due }
demo-answered = { $party } répond à { $id } en entier avec ce qui a passé ; inscription { $index } de son registre. Les deux nœuds lisent la même réponse.
demo-account = Les deux comptes sont égaux selon l’article { $article } : { $asker } a demandé { $asked }, { $giver } a répondu { $answered } et donné { $bytes } octets.
demo-offices-changed = { $party } : « { $old } » prend fin sur-le-champ, « { $new } » lui succède.
demo-owned = La passation nomme ce qui reste en suspens ({ $open }), avec le bureau qui en répond ; de la question { $id } répond désormais « { $new } ».
demo-still-verifies = { $party } : son registre de { $size ->
        [one] { $size } inscription
       *[other] { $size } inscriptions
    } se vérifie toujours, et rien de ce qui a été convenu n’a changé.
demo-keys-drawn = { $party } : de nouvelles clés sont générées ; sa carte avec elles se lit à voix haute { $fingerprint }
demo-keys-agreed = Les deux parties ont signé l’annexe des clés { $hash }.
demo-keys-followed = { $party } a lu une tête signée ensemble par l’ancienne et la nouvelle clé, jusqu’à { $size } inscriptions, et en a accusé réception.
demo-keys-retired = { $party } : les anciennes clés sont effacées. L’accusé de réception d’avant, jusqu’à { $size } inscriptions, prouve toujours ce qui a été signé.
demo-hand-over = { $party } : la passation est écrite : { $file }
demo-received = { $party } vérifie le registre du partenaire jusqu’à { $size } inscriptions, le conserve et en accuse réception.
demo-same-case = Les deux nœuds montrent le même cas ; ce qui a été communiqué a la même empreinte sur chacun : { $hash }
demo-altered = Dans une copie du registre ({ $party }), l’octet { $offset } de { $file } devient { $after } au lieu de { $before }.
demo-caught = Refusé : { $reason }
demo-untouched = Le registre lui-même se vérifie toujours : { $size } inscriptions, { $hash }
demo-rest = Pas encore { $count ->
    [one] jouée : scène
   *[other] jouées : scènes
} { $scenes }. `comity demo --list` dit ce que sera chacune.
demo-told = Joué en { $seconds } s.
demo-serving = Les deux nœuds continuent de servir ({ $dz } et { $us }). Ctrl-C les arrête.
demo-ports-taken = Le port { $port } ou un de ses voisins est pris : des ports libres sont employés.
demo-links = Pour entrer, ouvrez chaque adresse dans un navigateur : elle sert une fois ; créez ensuite une clé d’accès.
demo-console-not-built = Les pages de la console ne sont pas construites ici : il n’y a encore rien à ouvrir.
## end of demo

## console
console-loading = Chargement
console-skip = Aller à la page
console-pages = Pages
console-pages-kept = La touche 3 est gardée pour une page à venir : la situation maritime.
console-nowhere = Cette page n’existe pas.
console-close = Fermer
console-retry = Réessayer
console-page-missing = Cette page n’est pas venue du nœud.
console-page-missing-why = La ligne vers le nœud est coupée, ou le nœud a des pages plus récentes que celle-ci.
console-page-missing-remedy = Quand la ligne est rétablie, rechargez : l’adresse garde ce que vous voyez.
console-leave = Quitter
console-office-folder-owner = propriétaire du dossier du nœud
console-language = Langue
console-language-en = English
console-language-fr = Français
console-language-ar = العربية
console-mode = Mode d’affichage
console-mode-sun = Selon le soleil
console-mode-day = Jour
console-mode-dusk = Crépuscule
console-mode-night = Quart de nuit
console-example = EXEMPLE : accord inventé qui n’engage personne
console-page-incidents = Incidents
console-page-exchange = Échanges
console-page-signatures = Signatures
console-page-agreement = Accord
console-page-overview = Vue d’ensemble
console-page-handover = Passation
console-page-cooperation = Coopération
console-page-ledger = Registre
console-page-node = Nœud
console-badge-ours = À nous
console-badge-shared = Partagé
console-badge-partner = Au partenaire
console-badge-drill = EXERCICE
console-problem-why = Pourquoi :
console-problem-remedy = Que faire :
console-problem-article = Article :
console-clock-utc = UTC
console-clock-local = Heure de ce poste
console-truth-feeds = Ce que ce nœud reçoit
console-truth-lost = Pas de liaison
console-feed = { $feed ->
        [in] Partenaire
        [out] Accusés
       *[other] { $feed }
    }
console-feed-state = { $state ->
        [following] en ordre
        [silent] silencieux
        [frozen] arrêté par une preuve en échec
       *[unknown] pas encore entendu
    }
console-record = Notre registre
console-record-verified = Registre vérifié
console-record-broken = Registre non vérifié
console-lost = Le nœud ne répond plus depuis { $age }. L’écran montre le dernier état connu.
console-lost-never = Le nœud ne répond pas.
console-search = Chercher
console-search-hint = Incident, article, page …
console-search-results = Résultats
console-search-none = Rien ne porte ce nom.
console-search-incident = Incident
console-search-page = Page
console-search-article = Article
console-level-distress = DÉTRESSE
console-level-warning = ALERTE
console-level-caution = ATTENTION
console-alarm-more = { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
console-acknowledge = Acquitter
console-conductor = Temps
console-live = DIRECT
console-replay = RELECTURE
console-step-back = Heure précédente
console-step-on = Heure suivante
console-play = Lire
console-pause = Pause
console-speed = Vitesse
console-enter-lead = Ouvrez une session sur le nœud.
console-enter-lead-party = Ouvrez une session sur le nœud de { $party }.
console-enter-passkey = Entrer avec une clé d’accès
console-enter-code = Code à usage unique
console-enter-code-hint = Imprimé par le responsable du nœud. Il n’y a pas de mot de passe.
console-enter-open = Entrer
console-enter-enrol = Créer une clé d’accès
console-enter-no-passkey = Aucune clé d’accès n’a été donnée.
console-enter-no-passkey-remedy = Réessayez, ou utilisez un code à usage unique.
console-enter-no-node = Le nœud ne répond pas.
console-enter-no-node-remedy = Vérifiez qu’il fonctionne, puis réessayez.
console-enter-left = Cet écran a fermé sa session, et le nœud ne répond pas encore. Il y met fin dès qu’il répond : laissez cette page ouverte, ou rouvrez-la plus tard.
console-incidents-lead = Chaque recherche dans l’une de ses cinq étapes ; son horloge compte les heures et minutes depuis l’alerte.
console-incident-new = Nouvel incident
console-stage-awareness = Alerte reçue
console-stage-initial = Action initiale
console-stage-planning = Planification
console-stage-operations = Opérations
console-stage-conclusion = Conclusion
console-stage-awareness-means = Connu ici ; rien n’est encore calculé.
console-stage-initial-means = Le partenaire nous a alertés, ou nous avons commencé.
console-stage-planning-means = Sa dérive est demandée ou calculée.
console-stage-operations-means = Les deux centres l’ont.
console-stage-conclusion-means = Clos par un bureau d’ici, ou par son centre.
console-stage-none = Aucun
console-send-hour = Zones à
console-role-may =
    { $role ->
        [approver] signe et communique
        [auditor] lit et vérifie
        [operator] administre le nœud, invite des bureaux
       *[drafter] ouvre des cas, propose des textes
    }
console-corners-read =
    { $count ->
        [one] { $count } sommet lu
       *[other] { $count } sommets lus
    }
console-scenario =
    { $kind ->
        [area] Une zone
        [cone] Un trajet d’une position à une autre
       *[last_known_position] Une dernière position connue
    }
console-smc-is =
    { $smc ->
        [partner] le centre de { $partner }
       *[ours] notre centre
    }
console-next-closed = Rien : le cas est clos
console-next-tell = Clos ici, encore ouvert dans ce que { $partner } a reçu : envoyez-le une fois encore
console-stage = Étape
console-stage-now = Étape
console-smc = Recherche coordonnée par
console-osc = Coordonnateur sur zone (OSC)
console-osc-help = L’unité, le navire ou l’aéronef qui coordonne sur zone. On le désigne quand plusieurs unités travaillent ensemble ; le SITREP le nomme.
console-osc-none = Aucun n’est désigné.
console-osc-keep = Désigner
console-osc-end = Relever
console-smc-short = Coordonnée par
console-stage-by = Changé par
console-stage-follows = Elle découle de ce qui a été fait ; aucun bureau ne l’a changée.
console-since-alert = depuis l’alerte
console-field-computed = Calculée
console-age-of = âge
console-field-weights = Objets × poids
console-table-as = Ce tableau en
console-print = Imprimer
console-overview-none = Aucun accord n’est encore détenu ici.
console-ledger-none = Rien n’a encore été signé.
console-exchange-preview = Ce que le partenaire verrait de nos cas
console-exchange-preview-none = Nous n’avons aucun cas.
console-late = En retard
console-questions-due = Questions de { $partner } en attente
console-meetings-none = Aucune réunion à trente jours.
console-scenario-number = Hypothèse { $number }
console-scenario-add = Autre hypothèse de lieu et d’heure
console-field-scenario = Ce qu’on sait du lieu et de l’heure
console-field-weight = Poids
console-field-corners = Sommets de la zone, un par ligne
console-corners-hint = Trois positions au moins, sous toute forme.
console-corners-few = Une zone a au moins trois sommets.
console-corners-fault = La ligne { $line } n’est pas une position.
console-field-from = Du
console-field-to = Au
console-field-first-place = Première position
console-field-last-place = Dernière position
console-field-time-error = Incertitude de l’heure, en secondes
console-time-order-fault = C’est avant le début.
console-number-fault = Un nombre de { $least } à { $most }.
console-object-add = Autre type d’objet
console-remove = Retirer
console-draft-kept = Ce que vous aviez écrit est encore là.
console-draft-anew = Recommencer
console-draft-from = Commencé d’après l’alerte du partenaire
console-draft-no-alert = Le partenaire n’a envoyé aucune alerte de ce nom : le formulaire commence vide.
console-col-roles = Rôles
console-col-passkey = Clés d’accès, dernier usage
console-passkey-never = jamais utilisée
console-offices-not-shown = Les opérateurs et les auditeurs voient la liste des bureaux.
console-office-ended = révoqué
console-office-end = Révoquer
console-office-end-of = Révoquer l’accès de { $office }
console-office-end-sure = Oui, révoquer maintenant
console-office-invite = Inviter un bureau
console-office-name = Nom du bureau (jamais d’une personne)
console-office-make-code = Créer un code à usage unique
console-office-code-for = Code pour
console-office-code-once = Montré cette seule fois ; il crée une clé d’accès, jusqu’au
console-office-code-kept = Je l’ai remis
console-office-titles = Comment s’appellent nos bureaux
console-office-titles-lead = Un acte désigne un bureau par un nom fixe. Désormais, son intitulé se lit à la place de ce nom, dans la langue de chacun, sur toutes les pages et tous les papiers. Il reste pour toujours dans notre registre et { $partner } le lit ; le droit de signer n’en dépend pas.
console-office-titles-of = Bureaux : { $party }
console-office-titles-none = Aucun bureau n’a reçu d’intitulé.
console-office-titles-may = Un approbateur donne les intitulés.
console-office-title-none = encore sans intitulé
console-office-title-give = Donner un intitulé
console-office-title-give-of = Donner un intitulé à { $office }
console-office-title-change = Modifier
console-office-title-change-of = Modifier l’intitulé de { $office }
console-office-title-other = Un autre bureau
console-office-title-name = Son nom dans les actes (jamais d’une personne)
console-office-title-three = Intitulé en trois langues
console-office-title-write = L’inscrire à notre registre
console-office-title-written = L’intitulé de { $office } figure dans notre registre.
console-nature = { $nature ->
        [overdue] en retard
        [sinking] naufrage
        [man_overboard] homme à la mer
        [distress_beacon] balise de détresse
        [fire] incendie à bord
        [aground] échouement
        [medical] urgence médicale
       *[other] { $nature }
    }
console-source = { $source ->
        [distress_call] appel de détresse
        [overdue] retard signalé
        [sighting] observation
        [satellite_detection] détection par satellite
        [ais_distress] balise de détresse entendue par l’AIS
        [exercise] exercice
       *[other] { $source }
    }
console-persons = { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
console-next = Prochaine action
console-next-drift = Calculer la dérive
console-next-wait = La dérive est en calcul
console-next-mend = La dérive a échoué : corrigez le cas et relancez
console-next-send = Envoyer au partenaire pour coordination
console-next-reply = Lire l’alerte du partenaire ; ouvrir notre propre cas
console-reply-open = Ouvrir notre cas à partir d’elle
console-next-watch = Les deux centres l’ont : maintenir la veille
console-next-gone = Rien : ce que le partenaire avait envoyé n’est plus conservé ici
console-incident-about = À propos de l’incident
console-facts = Quoi, où, depuis quand
console-field-nature = Nature
console-field-source = Signalé par
console-field-persons = Personnes à bord
console-field-lkp = Dernière position connue
console-field-centre = Centre du nuage
console-field-object = Objet à la dérive
console-field-currents = Courants
console-field-wind = Vent
console-field-opened = Ouvert
console-field-notes = Notes
console-field-contact = Contact
console-field-seen = Heure de cette position (UTC)
console-field-error = Erreur de position, m
console-field-until = Calculer jusqu’à (UTC)
console-field-title = Titre
console-field-id = Identifiant court
console-field-particles = Objets possibles
console-error-hint = Un écart-type sur chaque axe.
console-files = { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }
console-areas = Où il peut être
console-areas-level = Contient
console-areas-size = Surface
console-areas-of = Sur { $particles } objets possibles.
console-areas-ashore = À terre : { $permille } sur 1 000.
console-log = Journal, du plus récent
console-log-none = Rien n’a encore été fait.
console-proof-of = Inscription { $position }
console-drift-run = Calculer la dérive
console-drift-progress = Avancement de la dérive
console-drift-at = { $percent } % calculé
console-map-of = Carte de { $title }
console-map-new = Carte de la position saisie
console-map-lkp = Dernière connue
console-map-zoom-in = Agrandir
console-map-zoom-out = Réduire
console-map-attribution = Source de la carte
console-map-not-for-navigation = Ne pas utiliser pour la navigation
console-map-no-drift = Aucune dérive n’est calculée : la carte ne montre que la dernière position connue.
console-map-drift-running = La dérive est en calcul ; le nuage paraîtra ici.
console-send-open = Envoyer à { $partner } …
console-send-again = Renvoyer à { $partner } …
console-send-title = Ce que { $partner } verra
console-send-done-title = Envoyé à { $partner }
console-send-done = Le cas est parti vers { $partner } : inscription { $position } de notre registre.
console-send-released = Le contrôle de communication laisse partir ceci vers { $partner }.
console-send-held = Le contrôle de communication retient pour l’instant ce qui irait vers { $partner }.
console-send-refused = Le contrôle de communication refuse de laisser partir ceci vers { $partner }.
console-send-under = Selon l’article
console-send-until = Départ possible à
console-send-kept = Le partenaire le garde jusqu’au
console-send-field = Champ
console-send-ours = Nous avons
console-send-theirs = { $partner } voit
console-send-stays = reste chez nous
console-send-same = identique
console-send-rings = { $count ->
        [one] { $count } contour
       *[other] { $count } contours
    }
console-send-map = La carte telle que { $partner } la verra
console-send-signs = L’envoi signe la communication pour { $office }.
console-send-now = Envoyer à { $partner }
console-send-no-role = Votre bureau peut lire ceci ; un approbateur l’envoie.
console-record-field = { $field ->
        [case_id] cas
        [source_class] signalé par
        [nature] nature
        [object_key] objet à la dérive
        [opened_ms] ouvert
        [lkp_ms] heure de la dernière position
        [lkp] dernière position connue
        [lkp_error_m] erreur de position
        [persons_on_board] personnes à bord
        [containment_ms] heure des surfaces
        [containment_50] surface de 50 %
        [containment_75] surface de 75 %
        [containment_90] surface de 90 %
        [containment_95] surface de 95 %
        [stranded_permille] part à terre
        [answers] cas auquel il répond
        [plan] plan
        [centre] centre
        [object_keys] objets à la dérive
        [pos_permille] POS, pour mille
        [pos_bound_permille] borne supérieure de la POS, pour mille
        [unit] moyens
        [sortie] sortie
        [platform] genre de moyen
        [altitude_m] hauteur, m
        [speed_mm_s] vitesse, mm/s
        [pattern] circuit
        [track_spacing_m] espacement des routes, m
        [coverage_permille] couverture, pour mille
        [pod_permille] POD, pour mille
        [unit_pos_permille] POS de chaque moyen, pour mille
        [begins_ms] début de la recherche
        [ends_ms] fin de la recherche
        [area_ms] heure de la zone
        [area] zones de recherche
        [legs_ms] heures des tronçons
        [legs] tronçons
        [is_searching] tronçons où il cherche
        [worksheet] feuille de calcul
        [search] numéro de la recherche
        [lateral_range] loi de détection
        [sweep_width_m] largeur de balayage, m
        [name] nom du fichier
        [status] état
        [notes] notes
        [contact] contact
       *[other] { $field }
    }
console-place-hint = Degrés et minutes, secondes ou décimales : toute forme est lue.
console-place-empty = Saisissez la position.
console-place-unreadable = Ceci n’est pas une position.
console-place-one = Il faut la latitude et la longitude.
console-place-letters = Une partie porte N ou S, l’autre E ou O.
console-place-minutes = Les minutes suivent des degrés entiers et restent sous 60.
console-place-seconds = Les secondes suivent des minutes entières et restent sous 60.
console-place-latitude = La latitude s’arrête à 90°.
console-place-longitude = La longitude s’arrête à 180°.
console-place-sign = Une lettre ou un signe, pas les deux.
console-time-fault = Écrivez 2026-11-22T15:00:00Z.
console-until-fault = La fin précède la position.
console-id-hint = Se dit au téléphone.
console-id-fault = Minuscules, chiffres et traits d’union seulement.
console-more-fields = Notes, contact, précision
console-stays-home = Reste chez nous : jamais envoyé de lui-même.
console-forcing-used = Courants : { $currents ->
        [one] { $currents } fichier
       *[other] { $currents } fichiers
    }, vent : { $wind ->
        [one] { $wind } fichier
       *[other] { $wind } fichiers
    }, de
console-forcing-short = Les courants et le vent d’ici couvrent { $first } à { $last }. Ce cas va de { $from } à { $until } : il peut être ouvert et envoyé, mais aucune dérive ne peut être calculée avant que des fichiers de cette période soient ici.
console-incident-open = Ouvrir l’incident
console-check-opens = Prêt : le nœud l’accepte.
console-exchange-lead = Ce qui est parti vers { $partner } et ce qui est arrivé, selon quel article.
console-direction-in = De { $partner } vers nous
console-direction-out = De nous vers { $partner }
console-direction-word-in = arrivé
console-direction-word-out = parti
console-since = Depuis
console-moved-out = Parti
console-moved-in = Arrivé
console-moved-out-none = Rien n’est parti.
console-moved-in-none = Rien n’est arrivé.
console-moved-state = { $state ->
        [sent] envoyé
        [stored] reçu par le partenaire
        [on_its_way] en route
        [received] reçu
       *[other] { $state }
    }
console-item = { $kind ->
        [rescue_case] cas de recherche et de sauvetage
        [rescue_plan] plan de recherche
        [rescue_search] recherche sans résultat
       *[other] { $item }
    }
console-col-when = Quand
console-col-what = Quoi
console-col-article = Article
console-col-state = État
console-col-content = Contenu
console-col-proof = Preuve
console-col-entry = N°
console-col-office = Bureau
console-col-hash = Empreinte
console-col-receipt = Accusé
console-col-domain = Domaine
console-col-group = Groupe
console-col-last = Dernier échange
console-col-next = Prochaine étape
console-agreement-agreed = Convenu par les deux
console-agreement-not-agreed = Pas encore convenu par les deux
console-agreement-languages = Langues côte à côte
console-article = Article { $article }
console-article-at-work = en œuvre
console-article-waits = attend une décision
console-article-no-text = Ce nœud n’a pas le texte signé dans cette langue.
console-article-rule = Règle de communication
console-article-decisions = Décisions :
console-signatures-lead = Ce qui attend notre signature. On lit d’abord ; signer est un acte distinct et définitif.
console-signatures-choose = Choisissez un texte pour le lire.
console-awaiting-us = En attente de notre signature
console-awaiting-us-none = Rien ne nous attend.
console-awaiting-partner = En attente de { $partner }
console-awaiting-partner-none = Rien n’attend le partenaire.
console-arrived = Arrivé
console-arrived-none = Rien n’est arrivé.
console-all-texts = Tous les textes
console-series = { $name ->
        [agreement] Le mémorandum
        [keys] L’annexe des clés
       *[other] { $name }
    }
console-series-rescue = { $what ->
        [smc] Qui coordonne la recherche
       *[resource] Un moyen prêté pour la recherche
    }
console-tabled-by = Déposé par
console-read-articles = Lire les articles côte à côte
console-signed-by = Signatures
console-signed = a signé
console-turned-down = a refusé
console-signed-none = Personne n’a encore signé.
console-sign-read = J’ai lu les textes ci-dessus.
console-keys-new = Nouvelles clés de { $party }
console-keys-now = Carte avec les clés en usage
console-keys-then = Carte avec les nouvelles clés
console-keys-compared = J’ai comparé de vive voix avec le partenaire l’empreinte des nouvelles clés : elle est identique.
console-sign-as = La signature est celle de { $office }.
console-sign-no-role = Seul un approbateur signe.
console-ledger-lead = Ce que chaque partie a inscrit. Ce navigateur vérifie les preuves lui-même et ne croit personne.
console-ledger-logs = Registre de qui
console-ledger-own = Le nôtre
console-ledger-partner = Celui de { $partner }
console-ledger-entries = Inscriptions
console-ledger-size = { $count ->
        [one] { $count } inscription
       *[other] { $count } inscriptions
    }
console-entry = { $kind ->
        [text] texte déposé
        [vote] signature
        [beat] heure déclarée
        [release] communication
        [notice] notification
        [ack] accusé de réception
        [message] message
       *[unread] illisible
    }
console-receipted = Le partenaire l’a
console-receipt-none = aucun
console-proof = Preuve
console-proof-holds = L’inscription { $position } figure au registre
console-proof-fails = La preuve ne tient pas
console-proof-by-browser = Vérifié par ce navigateur en { $took }.
console-proof-step-leaf = Empreinte de l’inscription
console-proof-step-path = { $count ->
        [one] { $count } empreinte mène
       *[other] { $count } empreintes mènent
    } à la tête de { $size } inscriptions
console-proof-step-signed = La tête est signée par
console-proof-receipt = en détient { $size ->
        [one] { $size } inscription
       *[other] { $size } inscriptions
    }, accusé de réception donné
console-proof-entry = Ce qui a été signé, à l’octet près
console-untrusted-key = Une clé n’est pas celle que dit son nom.
console-untrusted-note = La tête signée est abîmée.
console-untrusted-signature = Une signature n’est pas authentique.
console-untrusted-unsigned = Aucune clé connue n’a signé la tête.
console-untrusted-checkpoint = La tête du registre est mal formée.
console-untrusted-entry = L’inscription n’est pas arrivée entière.
console-untrusted-inclusion = Ses empreintes ne mènent pas à la tête signée.
console-overview-work = Fiches de coopération
console-overview-groups = Groupes de travail
console-overview-open = ouverts : { $count }
console-overview-late = en retard : { $count }
console-overview-awaiting-us = nous attendent : { $count }
console-overview-awaiting-partner = attendent le partenaire : { $count }
console-overview-lead = Le mémorandum sur une page. Lignes en œuvre : { $working } sur { $all }.
console-not-yet = pas encore
console-node-lead = Notre propre machine. Version
console-node-health = Santé
console-node-free = Libre sur le disque
console-node-database = Base de données
console-node-card-ours = Notre carte
console-node-card-theirs = La carte du partenaire
console-node-fingerprint = Empreinte : comparez-la de vive voix.
console-node-address = Adresse
console-node-log-key = Clé du registre
console-node-no-card = Aucune carte du partenaire n’est encore connue.
console-node-offices = Bureaux qui peuvent entrer
console-role = { $role ->
        [drafter] rédacteur
        [approver] approbateur
        [auditor] auditeur
       *[operator] opérateur
    }
console-passkeys = { $count ->
        [one] { $count } clé d’accès
       *[other] { $count } clés d’accès
    }
console-node-add-passkey = Ajouter une clé d’accès pour ce bureau
console-node-your-passkeys = Votre bureau en a { $count } sous ce nom du nœud.
console-node-screen = Cet écran
console-map-borders-of = Frontières telles que { $party } les trace
console-positions = Positions
console-form-dm = Degrés, minutes
console-form-dms = Degrés, minutes, secondes
console-form-decimal = Degrés décimaux
console-desk-at = Le poste se trouve à
console-desk-unknown = Les réglages ne disent pas où est le poste : le méridien de son horloge en tient lieu.
console-map-own = La carte de ce nœud est affichée.
console-map-shipped = La carte livrée avec Comity est affichée.
console-map-stand-in = D’ici là, la carte livrée avec Comity la remplace.
console-keys-alone = Touches seules
console-keys-act = Les touches agissent seules
console-keys-rest = Les touches ne font rien
console-node-keys = Touches

# La carte de veille et son image en mouvement.
console-page-watch = Carte de veille
console-watch-map = Carte de veille
console-watch-cases = Cas ouverts
console-watch-none = Aucun cas n’est ouvert. Un nouvel incident, ou celui qu’envoie le partenaire, apparaît ici.
console-watch-open = Ouvrir l’incident
console-watch-no-hour = Pas de nuage à cette heure : la dérive va de { $first } à { $last }.
console-watch-show-hour = Voir sa dernière heure
console-watch-areas-ours = Zones calculées ici, à
console-watch-areas-partner = Zones communiquées par { $partner }, à
console-watch-keys = ↑ ↓ choisissent un cas · Entrée l’ouvre · Échap montre tout · + − zoom
console-picture = Image en mouvement
console-picture-live = Image en direct
console-picture-replay = Image rejouée
console-picture-opening = L’image s’ouvre …
console-picture-none = Rien ne bouge : aucune dérive n’a encore été calculée ici.
console-picture-areas-only = Aucun point mobile de notre part. Les zones sur la carte sont celles que { $partner } a communiquées.
console-picture-lost = La liaison de l’image est perdue
console-picture-not-yet = Pas encore d’image : le nœud ne répond pas.
console-picture-kept = Dernière image de { $time } conservée, reçue il y a { $age }.
console-picture-source = { $source ->
    [cases] Dérive des cas : { $count } points
   *[other] { $source } : { $count } points
}
console-picture-points = { $points ->
        [one] { $points } point
       *[other] { $points } points
    } dans cette vue
console-picture-dense = { $points ->
        [one] { $points } point
       *[other] { $points } points
    } dans cette vue, montrés par densité
console-picture-density = Densité des points, par carrés de { $width } ou plus ; approchez pour voir chacun
console-picture-empty = Aucun point dans cette vue à cette heure.
console-picture-thin = Liaison étroite (20 ko/s au plus)
console-questions-none = Aucune question du partenaire n’est ouverte.
console-request-due = échéance
console-request-was-due = échéance passée
console-approvals = Approuvé par un bureau, en attente d’un autre
console-approved-by = Approuvé par
console-approvals-missing = { $count ->
    [one] une approbation manque
   *[other] { $count } approbations manquent
}
console-approval-until = jusqu’au
console-drafts = Projets, gardés chez nous
console-drafts-none = Aucun projet n’est gardé.
console-draft-stale = écrit pour une version dépassée, ou pas encore valable
console-differs-none = Rien ne diffère.
console-differs-part = { $part ->
    [clauses] Article
    [rules] Règle de communication
    [areas] Zone
    [groups] Groupe de travail
    [domains] Domaine
    [kinds] Type d’élément
    [parties] Partie
    [relations] Relation
    [texts] Textes signés
    [title] Titre
    [limits] Limites
    [retention] Durée de conservation
    [termination] Dénonciation
   *[other] { $part }
}
console-differs-added = nouveau
console-differs-removed = supprimé
console-differs-changed = modifié
console-differs-field = Élément
console-differs-before = Avant
console-differs-after = Après
console-differs-title = Ce qui change
console-differs-from = Par rapport à la version en vigueur,
console-lets-more = davantage sort
console-lets-less = moins sort
console-lets-otherwise = autre chose sort
console-leaves-title = Ce qui sortira désormais et ne sortait pas avant
console-leaves-none = Par ce texte, rien de plus ne sort qu’aujourd’hui.
console-turn-ours = C’est à nous de proposer
console-turn-partner = C’est à { $partner } de proposer
console-turn-either = Chaque partie peut proposer
console-version-round = version { $round }
console-by-passkey = avec une clé d’accès
console-by-session = sans clé d’accès
console-text-in-force = En vigueur à partir du
console-text-result = Empreinte de l’accord qui en résulte
console-text-open-until = Ouvert jusqu’au
console-sign-open = Passer à la signature …
console-turn-down-open = Refuser cette version …
console-turn-down-hint = Refuser une version, c’est dire non à tous ses textes, définitivement ; la version suivante s’ouvre.
console-act-title = Signature
console-act-title-down = Refus d’une version
console-act-lead = Voici l’acte tel qu’il figurera au registre, définitivement.
console-act-lead-down = Voici l’acte tel qu’il figurera au registre, définitivement : aucun texte de cette version ne sera convenu.
console-act-field = { $field ->
    [party] Partie
    [office] Bureau
    [agreement] Accord
    [agreement_hash] Empreinte de l’accord en vigueur
    [series] Texte
    [parent] Fait suite à
    [round] Version, comptée à partir de 0
    [choice] Empreinte signée
    [at_ms] Le
    [ends_ms] À signer avant
    [nonce] Nombre à usage unique
   *[other] { $field }
}
console-act-nothing = aucun des textes
console-act-hash = Empreinte de cet acte
console-act-checked = Ce navigateur a calculé l’empreinte de l’acte ci-dessus : c’est bien elle que la clé d’accès doit signer.
console-act-differs = Le nœud demande à la clé d’accès autre chose que ce qu’il montre.
console-act-differs-remedy = Ne signez rien et appelez l’opérateur du nœud.
console-act-sign-key = Signer avec la clé d’accès
console-act-down-key = Refuser avec la clé d’accès
console-act-sign-example = Signer sans clé d’accès (démonstration)
console-act-down-example = Refuser sans clé d’accès (démonstration)
console-act-no-passkey = Ce bureau n’a pas de clé d’accès ici ; il en crée une à la page « Nœud ».
console-act-example = Cet accord est un EXEMPLE et n’engage personne : dans la démonstration, la session seule peut signer. Un accord réel ne se signe qu’avec une clé d’accès.
console-page-requests = Questions
console-requests-lead = Ce que { $partner } nous demande et pour quand, ce que nous avons demandé, et où en est chaque question. Une réponse ne sort que par le contrôle de communication.
console-requests-theirs = Questions de { $partner } à nous
console-requests-theirs-none = Aucune question ouverte ne nous est posée.
console-requests-ours = Nos questions à { $partner }
console-requests-ours-none = Aucune question ouverte de notre part.
console-requests-closed = Closes
console-requests-closed-none = Aucune question n’a été close.
console-requests-choose = Choisissez une question, ou posez-en une.
console-request-unknown = Cette question n’existe pas ici.
console-request-from = De et à
console-request-period = Pour la période
console-request-sent-at = Envoyée
console-request-received = reçue par l’autre partie
console-request-not-received = pas encore reçue
console-request-decided = Décidée
console-request-contents = Réponse
console-request-late-contents = Arrivé après l’échéance
console-draft-give-up = Abandonner ce projet
console-draft-give-up-sure = Le projet et ce que vous y avez écrit disparaîtront.
console-draft-give-up-now = L’abandonner maintenant
console-draft-give-up-not = Le conserver
console-ask-new = Poser une question
console-ask-title = Une question à { $partner }
console-ask-change = Projet
console-ask-choose = choisir …
console-ask-clause = Au titre de quel article
console-ask-item = Ce qui est demandé
console-ask-purpose = Finalité
console-ask-no-purpose = Aucune règle de communication ne le laisse encore sortir : la réponse ne peut être que négative.
console-ask-about = Au sujet de
console-ask-about-area = une zone de l’accord
console-ask-about-box = une zone entre deux coins
console-ask-about-ship = un navire
console-ask-about-group = un groupe organisé
console-ask-area = Zone
console-ask-south-west = Coin sud-ouest
console-ask-north-east = Coin nord-est
console-ask-box-hint = Sous toute forme, par exemple
console-ask-ship = Numéro MMSI ou OMI
console-ask-ship-hint = Neuf chiffres, ou IMO et sept chiffres
console-ask-group = Numéro du groupe
console-ask-group-hint = Jamais une personne : l’accord l’interdit.
console-ask-from = Du
console-ask-to = Au
console-ask-due = Échéance
console-ask-instant-hint = UTC, par exemple
console-ask-fault-calendar = Aucun calendrier n’a ce jour ou cette heure.
console-ask-fault-box = Ce coin doit se trouver au nord de l’autre.
console-ask-keep = Garder comme projet
console-ask-send = Envoyer à { $partner }
console-ask-signs = L’envoi inscrit la question au registre, au nom de { $office }.
console-ask-no-role = Seul un approbateur envoie, répond, décline ou retire.
console-purpose = { $purpose ->
    [search_and_rescue] recherche et sauvetage
    [maritime_safety] sécurité de la navigation
    [maritime_security] sûreté maritime
    [regional_security] sécurité régionale
    [training] formation
    [equipment] équipement
    [technology] technologie
   *[other] { $purpose }
}
console-answer-title = Répondre
console-answer-with = Cas qui y répondent
console-answer-whole = C’est tout : rien d’autre ne viendra
console-answer-preview = Voir ce qui sortirait
console-answer-leaves = Sort :
console-answer-stays = Reste chez nous :
console-answer-is-answered = La question reçoit ainsi une réponse complète.
console-answer-is-partly = La question reçoit ainsi une réponse partielle. De ce qui ne sort pas, rien n’est dit au partenaire.
console-answer-is-nothing = Rien de cela ne peut sortir. Choisissez autre chose, ou déclinez.
console-answer-send = Envoyer la réponse à { $partner }
console-answer-hint = Le contrôle de communication passe d’abord ; ce qui est admis sort au nom de { $office } et figure au compte.
console-decline-title = Décliner
console-decline-article = Au titre de quel article
console-decline = Décliner la question
console-decline-hint = { $partner } apprend l’article, et rien d’autre.
console-exchange-questions = { $count ->
    [0] { $partner } n’attend aucune réponse de nous
    [one] { $partner } attend notre réponse à une question
   *[other] { $partner } attend nos réponses à { $count } questions
}
console-exchange-late = { $count ->
    [one] une est en retard
   *[other] { $count } sont en retard
}
console-batches = En attente du prochain envoi groupé
console-batches-next = départ
console-account = Compte par article
console-account-lead = Ce que chaque partie a donné, demandé et répondu. Les deux nœuds montrent les mêmes chiffres dès qu’ils détiennent les mêmes inscriptions.
console-account-month = Mois
console-account-party = Partie
console-account-given = Donné
console-account-bytes = Volume
console-account-asked = Demandé
console-account-answered = Répondu
console-account-in_part = En partie
console-account-declined = Décliné
console-account-unanswered = Sans réponse à temps
console-account-none = Rien n’a encore été donné ni demandé.
console-account-counted = Inscriptions comptées :
console-audit = Ce qui est sorti : le rapport d’audit
console-audit-lead = Chaque communication avec son article, sa forme et sa place dans le registre signé.
console-audit-failed = Le rapport n’a pas pu être établi. Réessayez ; si cela persiste, voyez la page « Nœud ».
console-moved-replaced = À sa place :
console-mend-open = Rectifier ou retirer …
console-mend-title = Rectifier ou retirer ce qui est sorti
console-mend-how = Que faire
console-mend-correct = Le communiquer de nouveau, tel qu’il est maintenant, à sa place
console-mend-recall = Le retirer : les deux l’effacent, le registre garde la trace de sa présence
console-mend-why = Motif
console-mend-reason = { $why ->
    [wrong] c’était inexact
    [outdated] c’est périmé
    [released_in_error] c’est sorti par erreur
    [duplicate] c’était déjà là
    [no_longer_allowed] ce n’est plus permis
   *[other] { $why }
}
console-mend-hint = { $partner } apprend le motif. Cela figure au registre définitivement.
console-mend-now-correct = Communiquer de nouveau
console-mend-now-recall = Retirer
console-versions = Versions en vigueur
console-versions-go = Versions et notifications
console-versions-number = Version
console-versions-since = En vigueur depuis
console-versions-now = en vigueur
console-versions-show = La montrer telle qu’elle était
console-versions-none = Aucune version n’a encore été signée par les deux parties.
console-versions-at = En vigueur au jour
console-versions-from = Comparer la version
console-versions-to = à la version
console-versions-then = En vigueur le
console-versions-no-day = Un jour s’écrit année, mois, jour, avec des tirets.
console-versions-nothing-then = Aucune version n’était en vigueur ce jour-là.
console-versions-step = Modifié par le passage
console-version-texts = Textes signés :
console-notices = Notifications et arrêts
console-notices-none = Aucune notification n’a été faite.
console-notices-ends = Par une notification reçue, cet accord prend fin le
console-notices-no-role = Seul un approbateur notifie ; un approbateur ou un opérateur arrête.
console-notices-as = Cela se fait au nom de { $office }.
console-notice-kind = { $kind ->
    [termination] notification de dénonciation
    [freeze] l’autre registre n’est plus suivi
    [thaw] l’autre registre est de nouveau suivi
   *[unread] illisible
}
console-notice-received = Reçue
console-notice-not-received = pas encore reçue
console-notice-ends = Prend effet
console-notice-open = Notifier la dénonciation …
console-notice-acknowledge-open = Accuser réception …
console-stop-release = Nos communications
console-stop-partner = Le registre de { $partner }
console-stop-none = Rien n’est arrêté.
console-stop-stands = Arrêté depuis
console-stop-open = Arrêter immédiatement …
console-stop-lift-open = Lever l’arrêt …
console-stop-why = { $why ->
    [key_lost] une clé est perdue
    [key_stolen] une clé est volée
    [record_contradicts_itself] le registre se contredit
    [restored_from_copy] rétabli depuis une copie
    [change_of_administration] changement d’administration
   *[other] { $why }
}
console-notices-act-stop = Arrêter immédiatement
console-notices-act-stop-lead = L’arrêt prend effet sur ce nœud dès que vous appuyez sur le bouton. Rien de ce qui a été signé n’est perdu, et l’arrêt peut être levé.
console-notices-act-stop-now = Arrêter
console-notices-act-lift = Lever un arrêt
console-notices-act-lift-lead = Ce qui était arrêté reprend là où il en était.
console-notices-act-lift-now = Lever l’arrêt
console-notices-act-terminate = Notification de dénonciation
console-notices-act-terminate-lead = { $partner } en est informé par le registre, définitivement. Le délai de l’accord court du jour où { $partner } accuse réception.
console-notices-act-terminate-now = Notifier
console-notices-act-acknowledge = Accusé de réception d’une notification
console-notices-act-acknowledge-lead = Le délai de la notification court à partir de cet accusé de réception. Il figure au registre définitivement.
console-notices-act-acknowledge-now = Accuser réception
console-receipts = Accusés de réception
console-receipts-own = Notre registre, détenu par { $partner }
console-receipts-partner = Le registre de { $partner }, détenu par nous
console-receipts-held = Inscriptions détenues :
console-receipts-given = Accusé donné
console-receipts-verified = vérifié par ce navigateur
console-receipts-none = Pas encore d’accusé de réception.
console-receipts-where = L’accusé de réception se trouve sous la copie de notre registre que détient { $partner }, non sous la nôtre : c’est là que « comity ledger verify » le trouve, et c’est pourquoi il est montré ici avec la clé qui l’a donné.
console-contradictions = Ce qui contredit le registre
console-contradictions-none = Rien n’a contredit le registre.
console-contradictions-no-role = Un auditeur, un approbateur ou un opérateur voit ceci.
console-contradiction-file = { $part ->
    [pinned] La tête qui était admise
    [offered] La tête qui a été présentée
    [altered] Le fichier qui ne concorde pas
   *[other] { $part }
}
# An amendment and a decision while they are written; what a second office approves.
console-amend-open = Rédiger un amendement
console-amend-back = Retour aux articles
console-amend-this = Modifier cet article
console-amend-title = Nouvel amendement
console-amend-title-kept = Projet d’amendement
console-amend-lead = Il est conservé sur notre nœud. { $partner } ne le voit qu’une fois déposé, et il n’engage personne avant la signature des deux parties.
console-amend-name = Titre de l’amendement
console-amend-in-force = En vigueur à partir du
console-amend-day-hint = Un jour, par exemple
console-amend-open-hint = Le dernier jour (UTC) où il peut être signé ; vide : il reste ouvert.
console-amend-draft = Nom du projet
console-amend-draft-hint = Lettres minuscules, chiffres et tirets.
console-amend-article = Article à modifier
console-amend-article-hint = Un amendement peut en modifier plusieurs.
console-amend-leave = Laisser cet article tel quel
console-amend-text = Texte, faisant également foi dans chaque langue
console-amend-fault-empty = Ce texte manque.
console-amend-fault-heading = Une ligne qui commence par ## ouvrirait un autre article.
console-amend-fault-too_long = Ce texte est trop long.
console-amend-fault-hidden = Ce texte contient un signe caché.
console-amend-doubt-numbers = Les nombres ne sont pas les mêmes dans toutes les langues.
console-amend-doubt-same_languages = Toutes les langues n’ont pas changé : les trois textes font également foi.
console-amend-rule-hint = Un nombre avec son unité :
console-amend-keep = Conserver le projet
console-amend-no-role = Seul un rédacteur écrit et dépose des textes.
console-amend-not-whole = Il manque encore : un titre dans chaque langue, un jour, et quelque chose qui change.
console-amend-changed = Le formulaire a changé depuis la conservation du projet : conservez-le de nouveau pour voir ce qu’il modifie.
console-amend-read = J’ai lu ce qu’il modifie.
console-amend-table = Déposer pour { $partner }
console-amend-table-hint = Une fois déposé, il figure au registre et { $partner } le lit. Le signer est un acte distinct.
console-decide-open = Rédiger une décision
console-decide-this = Rédiger la décision qui le met en œuvre
console-decide-title = Décision d’un groupe de travail
console-decide-lead = Elle met en œuvre un article qui l’attend, une fois signée par les deux parties.
console-decide-article = Article mis en œuvre
console-decide-id = Nom de la décision
console-decide-name = Titre de la décision
console-decide-text = Ce qui est décidé
console-draft-unknown = Aucun projet de ce nom n’est plus conservé : il a été déposé ou abandonné.
console-differs-text = Texte de l’article { $article }
console-versions-today = Revenir à ce qui est en vigueur
console-approved-by-us = Notre bureau l’a approuvé ; un autre doit le faire.
console-approval-look = Lire, puis approuver
console-approval-kept = Votre approbation est enregistrée. Rien n’est encore parti.
console-approval-no-role = Seul un approbateur approuve.
console-moved-erased = Effacé le
console-rule-field = { $field ->
    [approve] Qui approuve
    [delay_s] Part combien de temps après
    [time_bucket_s] Heures arrondies à
    [grid_mdeg] Positions arrondies à
    [keep_for_s] Conservé au plus
   *[other] { $field }
}
console-rule-approve = { $approve ->
    [auto] Aucun bureau
    [one-officer] Un bureau
    [two-officers] Deux bureaux
   *[other] { $approve }
}
console-remembered-rolled_back = Le nœud présente un registre plus ancien que celui que ce navigateur a déjà vérifié. Il n’est pas cru.
console-remembered-forked = Le nœud présente un autre registre que celui que ce navigateur a déjà vérifié. Il n’est pas cru.
console-remembered-other_keys = Le registre est signé d’une autre clé qu’auparavant. Comparez-la avec l’annexe des clés signée par les deux parties.
console-remembered-before = Vérifié auparavant
console-remembered-now = Présenté maintenant
console-remembered-take = Emporter les deux têtes comme preuve
console-remembered-annex = Ouvrir l’annexe des clés
console-remembered-accept = J’ai comparé : prendre la nouvelle clé
console-remembered-replaced-partner = La clé de { $partner } a été remplacée le { $when } : l’ancienne clé et la nouvelle ont toutes deux signé.
console-remembered-replaced-own = Notre clé a été remplacée le { $when } : l’ancienne clé et la nouvelle ont toutes deux signé.
console-origin = source :
### Console: ships on the watch

console-maritime-ships = Navires
console-maritime-ship = Navire
console-maritime-find = Nom, MMSI, numéro OMI ou indicatif
console-maritime-none-found = Aucun navire de ce nom ou de ce numéro n’est dans l’image.
console-maritime-no-name = Nom inconnu
console-maritime-groups = Montrés sur la carte
console-maritime-group-cargo = Cargo
console-maritime-group-tanker = Pétrolier
console-maritime-group-passenger = Passagers
console-maritime-group-fishing = Pêche
console-maritime-group-leisure = Plaisance
console-maritime-group-service = Travail et assistance
console-maritime-group-other = Autres
console-maritime-seen = entendu il y a { $age }
console-maritime-heard = Entendu il y a { $age },
console-maritime-by = par
console-maritime-feed-state = { $state ->
    [stalled] ne dit plus rien.
    [waiting] est perdu ; un nouvel essai suit.
    [connecting] est en cours d’appel…
   *[other] ne peut pas être ouvert.
}
console-maritime-shedding = { $level ->
    [picture] On entend plus que cette machine n’absorbe : l’image mobile laisse de côté des rapports. Jamais une détresse ni un acte.
    [tracks] On entend plus que cette machine n’absorbe : l’image et les routes laissent de côté des rapports. Jamais une détresse ni un acte.
   *[other] On entend plus que cette machine n’absorbe : des rapports sont laissés de côté. Jamais une détresse ni un acte.
}
console-maritime-no-feed = Aucun récepteur n’est relié à ce nœud.
console-maritime-type = { $type ->
    [fishing] Pêche
    [tug] Remorqueur ou remorquage
    [dredging] Dragage
    [diving] Plongée
    [military] Navire militaire
    [sailing] Voilier
    [pleasure] Plaisance
    [wing_in_ground] Navion
    [port_tender] Bateau de servitude
    [anti_pollution] Navire antipollution
    [high_speed] Engin à grande vitesse
    [pilot] Pilote
    [search_and_rescue] Recherche et sauvetage
    [law_enforcement] Police en mer
    [medical] Transport sanitaire
    [passenger] Passagers
    [cargo] Cargo
    [tanker] Pétrolier
    [other] Autre
   *[unknown] Type inconnu
}
console-maritime-class = classe { $class }
console-maritime-status = { $status ->
    [0] En route au moteur
    [1] Au mouillage
    [2] Non maître de sa manœuvre
    [3] Capacité de manœuvre restreinte
    [4] Handicapé par son tirant d’eau
    [5] Amarré
    [6] Échoué
    [7] En pêche
    [8] En route à la voile
    [14] Appareil de détresse, actif
   *[other] État { $status }
}
console-maritime-callsign = Indicatif
console-maritime-imo = Numéro OMI
console-maritime-flag = Pavillon (selon le MMSI)
console-maritime-position = Position
console-maritime-sog = Vitesse sur le fond
console-maritime-cog = Route sur le fond
console-maritime-heading = Cap
console-maritime-eta = Arrivée annoncée
console-maritime-draught = Tirant d’eau
console-maritime-size = Longueur × largeur
console-maritime-destination = Destination annoncée
console-maritime-track = Route des dernières 24 h : { $fixes ->
        [one] { $fixes } point
       *[other] { $fixes } points
    }, { $way }
console-maritime-show = Montrer sur la carte
console-maritime-close = Fermer la fiche du navire

## end of console

## console cooperation
console-coop-sections = Pages de la coopération
console-coop-section-groups = Groupes
console-coop-section-meetings = Réunions
console-coop-section-decisions = Décisions
console-coop-section-actions = Actions
console-coop-section-documents = Documents
console-coop-level-national = À nous seuls
console-coop-level-bilateral = Les deux parties
console-coop-level-public = Public
console-coop-level-national-means = National : cela reste chez nous et n’entre dans aucun acte.
console-coop-level-bilateral-means = Bilatéral : les deux parties le lisent, personne d’autre.
console-coop-level-public-means = Public : chacun peut le lire dès que les deux ont signé.
console-coop-withheld = Réservé : { $field }
console-coop-withheld-by = Par la décision
console-coop-withheld-until = public à partir du
console-coop-withheld-for-good = aucun jour de publication n’est fixé
console-coop-binds = texte faisant foi
console-coop-translation = traduction, sans force obligatoire
console-coop-no-text = Le texte dans cette langue manque.
console-coop-yes = oui
console-coop-no = non
console-coop-nothing = rien
console-coop-open-record = Ouvrir la fiche
console-coop-act-sets = Il fixe :
console-coop-act-sets-nothing = Il ne change que l’état ; tous les champs restent tels quels.
console-coop-waits-us = une signature sur deux, la nôtre manque
console-coop-waits-partner = une signature sur deux, { $partner } n’a pas signé
console-coop-named = { $name } : { $what }
console-coop-until = jusqu’au
console-coop-waits-nobody = Déposé, encore signé par personne
console-coop-on-the-table = Déposé
console-coop-one-is-pending = Rien ne change tant que les deux n’ont pas signé le même texte.
console-coop-not-signed = n’a pas encore signé
console-coop-by-one = fait par { $party }
console-coop-by-both = signé par les deux, proposé par { $party }
console-coop-history = Ce qui a été fait
console-coop-history-none = Rien n’a encore été fait.
console-coop-not-counted = Inscrit, mais sans effet
console-coop-since = depuis
console-coop-late = en retard
console-coop-not-receipted = L’accusé de réception du partenaire manque encore
console-coop-title-three = Titre en trois langues
console-coop-owner = Responsable
console-coop-due = échéance
console-coop-clauses = Fondement
console-coop-version = Version
console-coop-hash-hint = Seule l’empreinte du fichier est inscrite ; le fichier reste sur cette machine.
console-coop-such-as = Par exemple
console-coop-moves = Ce qui peut être fait maintenant
console-coop-needs-both = les deux doivent signer
console-coop-needs-one = une partie suffit
console-coop-not-ours = à faire par { $partner }
console-coop-need-met = présent
console-coop-need-missing = manque
console-coop-another-waits = Un autre texte sur cette fiche est déjà déposé.
console-coop-table-sign = Déposer et signer : { $move }
console-coop-make = Le faire : { $move }
console-coop-leave = Laisser
console-coop-table-hint = Le texte est déposé, { $partner } le lit ; il prend effet quand les deux l’ont signé.
console-coop-make-hint = Cela figure pour toujours dans notre registre, et { $partner } le lit.
console-coop-no-role = Votre bureau peut lire ceci ; un rédacteur l’écrit, un approbateur le signe.
console-coop-national = Ce que nous gardons chez nous
console-coop-national-means = { $partner } ne le lit jamais : cela ne figure dans aucun acte, aucun papier, aucun échange.
console-coop-national-keep = Garder chez nous
console-coop-national-write = Écrire une note interne
console-coop-waiting-for-us = { $count ->
    [one] { $count } texte attend notre signature
   *[other] { $count } textes attendent notre signature
    }
console-coop-field = { $field ->
    [title] Titre
    [text] Texte
    [terms] Mandat
    [domains] Domaines
    [domain] Domaine
    [co_chairs] Coprésidences
    [cadence] Rythme des réunions
    [group] Groupe de travail
    [number] Numéro
    [starts_ms] Début
    [ends_ms] Fin
    [time_zone] Fuseau horaire
    [place] Lieu
    [agenda] Ordre du jour
    [delegations] Délégations, par bureau
    [minutes] Procès-verbal
    [review_ms] Réexamen le
    [expires_ms] Expire le
    [from_meeting] Issu de la réunion
    [from_decision] Issu de la décision
    [effects] Effets
    [due_ms] Échéance
    [depends_on] Dépend de
    [proof] Preuve
    [initiative] Initiative
    [template] Modèle
    [template_hash] Empreinte du modèle
    [roles] Rôles
    [next_review_ms] Prochain réexamen
    [value] Valeur
    [items] Commande
    [milestones] Jalons
    [indicators] Indicateurs
    [details] Détails
    [flow_kind] Nature du flux
    [from_party] De
    [to_party] À
    [planned_ms] Prévu le
    [amount] Montant
    [item] Ligne de la commande
    [quantity] Quantité
    [unit] Unité
    [actual_ms] Réalisé le
    [evidence] Pièce justificative
    [check_kind] Nature du contrôle
    [scope] Objet
    [host_party] Hôte
    [done_ms] Fait le
    [finding] Constat
    [waived_why] Motif de la dispense
    [corrective_actions] Actions correctives
    [document_kind] Nature du document
    [about] À propos de
    [on] En date du
    [renditions] Fichiers par langue
    [owner_party] Partie responsable
    [owner_office] Bureau responsable
    [clause_refs] Articles
    [authentic] Langues faisant foi
    [level] Qui peut le lire
    [visibility] Qui peut lire chaque champ
    [withheld] Réservé
    [supersedes] Remplace
    [release_rules] Règles de communication
    [brief] Notre note de préparation
    [own_notes] Nos propres notes
    [position] Notre position
    [assignee] Confié à (bureau)
    [cost] Notre coût
    [draft_notes] Notes sur le projet
    [priorities] Nos priorités
    [reservation_price] Notre prix limite
    [need_analysis] Notre analyse du besoin
    [budget_line] Ligne budgétaire
    [bank_detail] Coordonnées bancaires
    [storage_place] Lieu de stockage
    [method_notes] Notes sur la méthode
    [exact_place] Lieu exact
   *[other] { $field }
    }
console-coop-propose-lead = { $partner } le lit dès qu’il est proposé. Ce qui lie les deux demande les deux signatures.
console-coop-propose = Le proposer à { $partner }
console-coop-id = Nom de la fiche
console-coop-not-whole = Il manque encore : chaque champ dans chaque langue, avec ses jours.
console-coop-past = Un jour passé est affiché : rien ne peut y être fait.
console-coop-groups-none = Aucun groupe de travail n’a encore été proposé.
console-coop-group-new = Proposer un groupe de travail
console-coop-offices-only = Des bureaux, jamais des noms de personnes.
console-coop-next-meeting = Prochaine réunion
console-coop-next-meeting-none = Aucune réunion n’est prévue.
console-coop-meeting-new = Proposer une réunion
console-coop-open-actions = Actions ouvertes
console-coop-actions-none = Aucune action n’est ouverte.
console-coop-decisions-in-force = Décisions en vigueur
console-coop-decisions-none = Aucune décision de cette sorte.
console-coop-documents-none = Aucun document encore.
console-coop-day = Jour
console-coop-from = De
console-coop-to = À
console-coop-item = Point { $number }
console-coop-item-up = Monter le point { $number }
console-coop-item-down = Descendre le point { $number }
console-coop-item-out = Retirer le point { $number } de l’ordre du jour
console-coop-item-add = Un autre point
console-coop-one-a-line = Un par ligne.
console-coop-minutes-take = Procès-verbal, point par point
console-coop-minutes-keys = Gardé dans ce navigateur pendant la rédaction ; Ctrl et Entrée passent au texte suivant.
console-coop-minute-of = Ce qui a été dit au point { $number }
console-coop-minutes-whole = Ouverture et conclusions
console-coop-minutes-again = Rédiger le procès-verbal à nouveau
console-coop-missing = Manque :
console-coop-record-decision = Une décision au point { $number }
console-coop-record-action = Une action au point { $number }
console-coop-from-item = Cela relève du point { $number }. { $partner } le lit dès qu’il est proposé ; ce qui lie les deux demande les deux signatures.
console-coop-meeting-lead = Le jour, l’ordre du jour et le lieu vont à { $partner } comme proposition ; la réunion est convenue quand les deux ont signé.
console-coop-meeting-ahead = Cette réunion est prévue pour le { $day }. Si elle se tient aujourd’hui, changez d’abord son jour.
console-coop-minutes-ahead = Ce procès-verbal est dressé avant le jour prévu pour la réunion : { $day }.
console-coop-meeting-number = Elle portera le numéro
console-coop-meetings-coming = À venir et en séance
console-coop-meetings-minutes = Procès-verbaux à achever
console-coop-meetings-past = Achevées
console-coop-meetings-none = Aucune réunion ici.
console-coop-when = Quand
console-coop-outcome = Ce qui en est sorti
console-coop-show = Quelles décisions
console-coop-show-force = En vigueur
console-coop-show-waiting = En attente
console-coop-show-review = À réexaminer bientôt
console-coop-show-all = Toutes
console-coop-decision-new = Proposer une décision
console-coop-follows-from-it = Ce qui en découle
console-coop-choose = Choisissez-en un pour le lire. Ce que { $partner } n’a pas signé ne lie personne.
console-coop-make-of = { $move } : { $title }
console-coop-countersign = Signer l’acceptation
console-coop-both = Les deux parties
console-coop-all = Tous
console-coop-only-late = En retard seulement
console-coop-action-new = Proposer une action
console-coop-column-open = Ouvertes
console-coop-column-done_claimed = Déclarées faites
console-coop-column-accepted = Acceptées par les deux
console-coop-column-none = Aucune.
console-coop-document-new = Proposer un document
console-coop-papers = Papiers des réunions et décisions
console-coop-papers-lead = Établis d’après le registre ; un même original est le même fichier sur les deux nœuds.
console-coop-papers-none = Rien n’a encore été convenu sur papier.
console-coop-paper-agenda = Ordre du jour
console-coop-paper-minutes = Procès-verbal
console-coop-paper-decision = Décision
console-coop-paper-holder = Original : { $party }
console-coop-paper-get = { $paper }, original de { $party }, en { $ending }
console-coop-media = Type de fichier
console-coop-compared = Comparé
console-coop-compare = Comparer un fichier que vous détenez
console-coop-same-file = ce fichier, octet pour octet
console-coop-other-file = Ce n’est aucun des fichiers ci-dessus.
console-coop-file-choose = Choisir un fichier …
console-coop-presenter = Présenté par (un bureau)
console-coop-outcome-none = Rien n’en est encore issu.
console-coop-file-none = aucun fichier choisi
console-coop-document-other = une autre nature …
console-coop-document-word = Son mot
console-coop-renditions-none = Aucun fichier n’a encore été nommé.
console-coop-effect = { $effect ->
    [open] Elle ouvre
    [move] Elle fait avancer
    [adopt_template] Elle adopte le modèle
    [release_rule] Elle prend acte de la règle de communication
   *[other] { $effect }
    }
### Cooperation: roadmap, initiatives, checks, calendar, contributions, public preview.
console-coop-section-roadmap = Feuille de route
console-coop-section-initiatives = Initiatives
console-coop-section-checks = Contrôles
console-coop-section-calendar = Calendrier
console-coop-section-matrix = Contributions
console-coop-section-public = Aperçu public
console-coop-plan-work = Travaux
console-coop-plan-today = Aujourd’hui
console-coop-plan-steps = Jalons
console-coop-plan-steps-of = Jalons : { $title }
console-coop-plan-reached = Jalons atteints
console-coop-plan-from = Du
console-coop-plan-until = au
console-coop-plan-after = Après
console-coop-plan-meetings = Réunions :
console-coop-plan-no-group = Hors groupe
console-coop-plan-tip-day = { $title }, { $day } : { $standing }
console-coop-plan-tip-meeting = { $title }, { $day }
console-coop-plan-tip-span = { $title }, du { $from } au { $until }
console-coop-plan-standing-done = atteint
console-coop-plan-standing-open = à venir
console-coop-plan-standing-unsaid = non consigné
console-coop-plan-standing-late = en retard
console-coop-plan-legend-open = En cours
console-coop-plan-legend-late = En retard : hachuré, et le mot à côté du nom
console-coop-plan-legend-done = Terminé
console-coop-plan-legend-step = Jalon à venir
console-coop-plan-legend-step-done = Jalon atteint
console-coop-plan-legend-step-late = Jalon en retard
console-coop-plan-legend-meeting = Réunion d’un groupe
console-coop-plan-legend-after = Précède
console-coop-plan-legend-against = Échéance antérieure à ce qu’il attend
console-coop-plan-roadmap-lead = { $count ->
        [one] { $count } chantier
       *[other] { $count } chantiers
    }, dont { $late } en retard. Le temps va de gauche à droite ; ouvrez une ligne pour voir ses jalons.
console-coop-plan-roadmap-none = Rien n’est encore prévu ici : initiatives et actions apparaissent dès leur première proposition.
console-coop-plan-every-group = Tous les groupes
console-coop-plan-every-kind = Tous les genres
console-coop-plan-every-office = Tous les bureaux
console-coop-plan-scale = Échelle
console-coop-plan-scale-all = Tout visible
console-coop-plan-scale-months = Par mois
console-coop-plan-scale-weeks = Par semaine
console-coop-plan-with-over = Avec ce qui est terminé
console-coop-plan-open-steps = Ouvrir tous les jalons
console-coop-plan-close-steps = Fermer tous les jalons
console-coop-plan-picture = En image
console-coop-plan-initiatives-lead = Contrats, partenariats, exercices, investissements, campagnes : ce que chacun vaut, ce que les deux ont confirmé payé et livré.
console-coop-plan-initiatives-none = Il n’y a pas encore d’initiative. Elle commence par une proposition selon un modèle adopté.
console-coop-plan-initiative-new = Proposer une initiative
console-coop-plan-back = Toutes les initiatives
console-coop-plan-what = Objet
console-coop-plan-paid = Payé
console-coop-plan-delivered = Livré
console-coop-plan-next = Prochaine date
console-coop-plan-no-value = sans valeur convenue
console-coop-plan-value = Valeur convenue
console-coop-plan-of = sur
console-coop-plan-money = Sommes
console-coop-plan-money-paid = Payé, confirmé par les deux
console-coop-plan-money-claimed = Déclaré payé, non confirmé
console-coop-plan-money-left = Reste à payer
console-coop-plan-compare = Offres comparées :
console-coop-plan-currencies = Ces offres sont en plusieurs monnaies : chacune n’est comparée qu’à celles de la sienne.
console-coop-plan-lowest = La plus basse de sa monnaie
console-coop-plan-above = { $percent } au-dessus de la plus basse
console-coop-plan-alone = Aucune autre offre dans cette monnaie
console-coop-plan-between = De, à
console-coop-plan-how-much = Combien
console-coop-plan-flows = Paiements, livraisons, contributions
console-coop-plan-flows-none = Aucun flux n’est encore prévu.
console-coop-plan-flow-new = Prévoir un paiement, une livraison ou une contribution
console-coop-plan-in-kind = Pas d’argent : heures, pièces ou places
console-coop-plan-items = Commande
console-coop-plan-ordered = Commandé
console-coop-plan-said-delivered = Déclaré livré
console-coop-plan-share = Part
console-coop-plan-sum = Somme de
console-coop-plan-delivered-of = Livré : { $title }
console-coop-plan-baseline = Départ
console-coop-plan-target = Cible
console-coop-plan-measured = Mesuré
console-coop-plan-terms = Termes
console-coop-plan-notice-done = c’est fait
console-coop-plan-notice-not-required = ce n’est pas requis
console-coop-plan-no-checks = Aucun contrôle prévu.
console-coop-plan-no-actions = Aucune action n’en découle.
console-coop-plan-no-documents = Aucun document ne s’y rapporte.
console-coop-plan-draft = Ce que la prochaine démarche doit fixer
console-coop-plan-drafted = { $count ->
        [one] · { $count } champ rédigé
       *[other] · { $count } champs rédigés
    }
console-coop-plan-draft-lead = Ce qui est écrit ici part avec la démarche ci-dessous qui peut le fixer, et avec aucune autre. Rien ne part avant elle.
console-coop-plan-line-number = Ligne { $number }
console-coop-plan-step-number = Jalon { $number }
console-coop-plan-category = Catégorie
console-coop-plan-take-out = Retirer
console-coop-plan-add-item = Une autre ligne
console-coop-plan-add-step = Un autre jalon
console-coop-plan-reached-on = Atteint le
console-coop-plan-not-whole = Encore incomplet :
console-coop-plan-no-template = Aucun modèle n’est encore adopté : les deux signent une décision qui en adopte un.
console-coop-plan-not-adopted = Modèles disponibles qu’aucune décision n’a adoptés
console-coop-plan-not-adopted-lead = Une décision des deux qui a pour effet d’adopter un modèle le met en usage.
console-coop-plan-checks-lead = Chaque contrôle va de sa prévision, notifiée à l’hôte, à ce qui a été constaté et clos par les deux.
console-coop-plan-checks-none = Aucun contrôle pour ce choix.
console-coop-plan-check-new = Prévoir un contrôle
console-coop-plan-check-kind = Nature du contrôle
console-coop-plan-check-choose = Choisissez un contrôle, ou prévoyez-en un.
console-coop-plan-corrections = Actions correctives
console-coop-plan-choose = Choisir
console-coop-plan-show = Afficher
console-coop-plan-show-open = Ouverts
console-coop-plan-show-late = En retard
console-coop-plan-show-all = Tous
console-coop-plan-step-past = passée
console-coop-plan-step-now = étape actuelle
console-coop-plan-step-ahead = à venir
console-coop-plan-step-skipped = sautée
console-coop-plan-calendar-lead = { $count ->
        [one] { $count } échéance affichée
       *[other] { $count } échéances affichées
    }, dont { $late } en retard. Les deux parties voient les mêmes jours, en UTC.
console-coop-plan-calendar-late = En retard, au total : { $count }
console-coop-plan-calendar-later = Afficher les jours suivants
console-coop-plan-calendar-none = Aucune échéance.
console-coop-plan-shown-as = Affiché en
console-coop-plan-as-month = Mois
console-coop-plan-as-list = Liste
console-coop-plan-month-before = Mois précédent
console-coop-plan-month-after = Mois suivant
console-coop-plan-more = { $count } de plus
console-coop-plan-due-starts = Réunion
console-coop-plan-due-review = Réexamen
console-coop-plan-due-expires = Expiration
console-coop-plan-due-due = Échéance d’une action
console-coop-plan-due-planned = Prévu
console-coop-plan-due-state = Attend une suite
console-coop-plan-due-milestone = Jalon
console-coop-plan-subscribe = S’abonner
console-coop-plan-subscribe-lead = Un agenda à qui l’on donne sa propre adresse demande lui-même les dates à ce nœud, pour le groupe et le bureau choisis ci-dessus.
console-coop-plan-copy = Copier l’adresse
console-coop-plan-copied = Copiée
console-coop-plan-subscribe-make = Créer une adresse
console-coop-plan-subscribe-once = L’adresse n’est montrée qu’une fois. Qui la possède lit ces dates et rien d’autre, jusqu’à ce que vous y mettiez fin.
console-coop-plan-subscribed = Adresses en usage
console-coop-plan-subscribed-all = toutes les dates de l’accord
console-coop-plan-subscribe-end = Mettre fin
console-coop-plan-ics = En fichier (.ics)
console-coop-plan-matrix-lead = Qui apporte quoi à chaque domaine, tel que les deux l’ont confirmé. L’argent et les heures ne font jamais un seul chiffre.
console-coop-plan-matrix-foot = Compté sur les seuls paiements, livraisons et contributions confirmés ; identique sur les deux nœuds.
console-coop-plan-nothing-yet = rien de confirmé
console-coop-plan-in-all = Tous domaines
console-coop-plan-public-lead = Ce que chacun peut lire, tel que les deux l’ont signé, et pour chaque fiche ce qui reste entre les deux et pourquoi.
console-coop-plan-public-open = Pages publiques : { $language }
console-coop-plan-public-count = { $count ->
    [one] { $count } fiche publique sur { $all }
   *[other] { $count } fiches publiques sur { $all }
    }
console-coop-plan-withheld-count = { $count ->
    [0] aucun champ réservé
    [one] { $count } champ réservé, avec son motif
   *[other] { $count } champs réservés, avec leur motif
    }
console-coop-plan-public-public = Ce qui est public
console-coop-plan-public-withheld = Ce qui est réservé
console-coop-plan-public-all = Toutes les fiches
console-coop-plan-public-none = Rien pour ce choix.
console-coop-plan-kind = Nature
console-coop-plan-closed-bilateral = Les deux parties le lisent, le public non : personne ne l’a rendu public.
console-coop-plan-closed-unsigned = Il est destiné au public, qui le lira quand les deux l’auront signé.
console-coop-plan-everybody = Chacun lit
console-coop-plan-both-only = Les deux parties seulement
### end of plans
console-coop-begins = le
console-coop-report = Rapport annuel { $year }
console-coop-propose-kind = Proposer : { $kind }
console-coop-every-d = { $count ->
    [one] chaque jour
   *[other] tous les { $count } jours
    }
console-coop-every-m = { $count ->
    [one] chaque mois
   *[other] tous les { $count } mois
    }
console-coop-every-y = { $count ->
    [one] chaque année
   *[other] tous les { $count } ans
    }
### Console : la passation

console-handover-lead = Ce qu’une nouvelle administration reprend maintenant : ce qui est ouvert, chaque point avec son bureau et son jour, puis tout ce qui est en vigueur.
console-handover-at = À l’instant
console-handover-open = Ouvert
console-handover-open-count = { $count ->
    [one] { $count } point est ouvert
   *[other] { $count } points sont ouverts
}
console-handover-without-owner = { $count ->
    [one] { $count } n’a pas de bureau
   *[other] { $count } n’ont pas de bureau
}
console-handover-what = Quoi
console-handover-office = En répond
console-handover-owed = À faire par
console-handover-nobody = personne
console-handover-before = auparavant :
console-handover-nothing-open = Rien n’est ouvert.
console-handover-in-force = En vigueur
console-handover-nothing-in-force = Rien n’est encore en vigueur.
console-handover-kind = { $kind ->
    [notice] Notifications
    [text] Textes à signer
    [partners_text] Textes en attente de la signature du partenaire
    [approval] Communications à approuver
    [request] Questions
    [case] Incidents
    [meeting] Réunions
    [action] Actions
    [check] Contrôles
    [flow] Paiements, livraisons, contributions
    [initiative] Initiatives
    [decision] Décisions des groupes
    [document] Documents
    [group] Groupes de travail
    [domain] Domaines
    [agreement] L’accord
    [keys] L’annexe des clés
    [articles] Décisions sur des articles
   *[other] { $kind }
}

### Console : les tableaux annuels des transferts d’armes, et les sceaux

console-coop-section-registers = Transferts
console-coop-register-lead = Ce que chaque partie déclarerait des livraisons de l’année, côte à côte. Les deux tableaux disent la même chose avant que l’une déclare.
console-coop-register-year = Année
console-coop-register-form = Tableau
console-coop-register-form-of = { $form ->
    [un_register] registre des Nations unies
    [arms_trade_treaty] Traité sur le commerce des armes
   *[other] { $form }
}
console-coop-register-empty = Aucune livraison de cette année ne figure dans un tableau.
console-coop-register-reconciled = { $count ->
    [one] Les deux tableaux disent la même chose, sur { $count } ligne.
   *[other] Les deux tableaux disent la même chose, sur { $count } lignes.
}
console-coop-register-differing = { $count ->
    [one] { $count } ligne diffère : à corriger avant que l’une déclare.
   *[other] { $count } lignes diffèrent : à corriger avant que l’une déclare.
}
console-coop-register-category = Catégorie
console-coop-register-origin = Fabriqué en
console-coop-register-exported = Exporté
console-coop-register-imported = Importé
console-coop-register-same = pareil
console-coop-register-other = ils diffèrent
console-coop-register-compared-csv = Les deux côte à côte (.csv)
console-coop-register-table-of = Tableau de { $party }
console-coop-register-direction = Sens
console-coop-register-way = { $way ->
    [export] exportation
    [import] importation
   *[other] { $way }
}
console-coop-register-state = Autre État
console-coop-register-number = Nombre
console-coop-register-remarks = Remarques
console-coop-register-withheld = réservé pour l’instant
console-coop-register-none-of = Elle ne déclarerait aucune ligne.
console-coop-register-left-out = { $count ->
    [one] { $count } livraison n’entre dans aucune catégorie de ce tableau ou est un retour.
   *[other] { $count } livraisons n’entrent dans aucune catégorie de ce tableau ou sont des retours.
}
console-coop-register-kept-back = Des lignes ont été soustraites au public.
console-coop-register-csv = Ce tableau (.csv)
console-coop-seals = Sceaux des deux dans le fichier
console-coop-seals-lead = Le nœud d’une partie scelle le fichier, l’autre scelle à la suite. Qui détient les clés des deux le vérifie sans aucun nœud.
console-coop-seals-holder = Quel original
console-coop-seals-file = Un fichier que { $partner } a scellé, ou à vérifier
console-coop-seals-make = Sceller en premier
console-coop-seals-behind = Sceller à la suite de { $partner }
console-coop-seals-check = Vérifier les sceaux
console-coop-seals-both = Scellé par les deux.
console-coop-seals-one = Scellé par une partie : le sceau de l’autre manque.
console-coop-seals-kept = Le fichier scellé est dans les téléchargements de ce navigateur :
console-coop-seals-save = Garder encore le fichier scellé

## end of console cooperation

## console rescue
### Search plans on the page of an incident
console-help = Qu’est-ce ?
console-incident-parts = Parties de l’incident
console-incident-situation = Situation
console-incident-plan = Plan
console-incident-units = Moyens
console-incident-searches = Recherches
console-incident-work = Conduite
console-incident-files = Fichiers
console-incident-tool = Plan de recherche et conduite de l’affaire
console-show = La carte montre
console-show-points = Hypothèses
console-show-field = Probabilité
console-show-change = Changement
console-field-least = moins
console-field-most = plus probable
console-change-less = moins probable
console-change-more = plus probable
console-lack-drift = Un plan demande une dérive de l’affaire telle qu’elle est.
console-lack-drift-mend = Calculer la dérive
console-lack-unit = Un plan demande un moyen de recherche.
console-lack-unit-mend = Ajouter un moyen
console-lack-conditions = Un plan demande la visibilité, le vent et la mer au moment de la recherche.
console-lack-conditions-mend = Saisir les conditions
console-lack-visibility = La visibilité est au-dessous des tables de largeur de balayage, qui commencent à 1 NM : selon elles aucun moyen ne voit rien.
console-lack-visibility-mend = Corriger les conditions
console-stale-drift = La dérive est plus ancienne que ce que l’on sait de l’affaire. Recalculez-la.
console-stale-plan = Ce sur quoi repose le plan a changé depuis, ou une recherche plus récente compte. Refaites le plan.
console-stale-forcing = Les courants ou le vent s’arrêtent avant la dérive. Apportez des champs plus récents.
console-stale-run = La dérive est terminée : la carte ne montre pas d’heure plus récente. Prolongez-la.
console-plan-progress = Avancement du plan
console-plan-at = Planification : { $percent } %
console-plan-none = Pas encore de plan. Les moyens et les conditions sont là : demandez-en un.
console-plan-ask = Planifier la recherche
console-plan-again = Refaire le plan
console-plan-send = Envoyer le plan à { $partner }
console-plans-compared = Plans A et B, la borne et le plan manuel
console-plan-a = Plan A
console-plan-b = Plan B
console-pos = POS
console-pos-means = chance que cette recherche trouve l’objet
console-pos-bound = POS, borne
console-pos-bound-means = aucun plan avec ces moyens ne la dépasse
console-pos-manual = POS, plan manuel
console-pos-manual-means = fait à la main, mêmes tables
console-pos-so-far = POS en tout
console-pos-so-far-means = avec les recherches précédentes
console-pos-alive = La survie compte : chaque POS est la chance de trouver l’objet en vie.
console-areas-change = Modifier les zones
console-areas-done = Fin des modifications
console-areas-keys = Faites glisser une zone, ses carrés et son cercle ; ou choisissez-la avec Tab : les flèches déplacent, [ ] tournent, + − étirent, avec Alt en largeur ; Maj : petits pas.
console-area-named = Zone de recherche de { $unit } : centre { $at }, { $length } × { $width } NM au { $bearing }°, POS { $pos } %
console-area-centre = Centre
console-area-centre-help = Milieu de la zone au milieu de sa recherche. Toute forme de position.
console-area-length = Longueur, NM
console-area-length-help = Le long du relèvement, en milles marins.
console-area-width = Largeur, NM
console-area-width-help = En travers du relèvement, en milles marins.
console-area-bearing = Orientation de la longueur, °V
console-area-bearing-help = Dans le sens horaire depuis le nord vrai.
console-area-spacing = Espacement des routes, NM
console-area-spacing-help = Entre branches voisines. L’espacement le plus proche qui remplit la zone de branches entières est pris.
console-area-pattern = Circuit de recherche
console-area-pattern-help = Comment le moyen couvre sa zone ; codes du manuel IAMSAR, vol. II.
console-pattern = { $pattern ->
    [PS] PS · ratissage parallèle
    [CS] CS · ratissage transversal
    [SS] SS · carré croissant
    [VS] VS · recherche par secteurs
    [TS] TS · route, vers l’extérieur
    [TSR] TSR · route, avec retour
    [TSN] TSN · route, sans retour
    [barrier] barrage
   *[other] { $pattern }
}
console-trial-pos = Modifié : POS
console-trial-change = { $points } points
console-trial-of = Plan actuel : { $base } %. Compté sur { $count } hypothèses ; un plan gardé est compté sur toutes.
console-trial-asked = Calcul de ce que cela trouverait …
console-trial-fits-not = le circuit n’est pas complet dans le temps de recherche
console-trial-discard = Abandonner les modifications
console-plan-b-keep = Garder comme plan B
console-plan-b-drop = Supprimer le plan B
console-above-one-another = { $one } et { $other } partagent un plan d’eau au même moment, à { $apart } de différence de hauteur.
console-unit-area = Zone
console-unit-spacing = Espacement
console-unit-coverage = Couverture
console-unit-pod = POD
console-unit-pos = POS
console-unit-begin = CSP
console-timetable = Moyens heure par heure
console-timetable-line = part { $leaves }, cherche de { $begins } à { $ends }, rentre { $returns }
console-units = Moyens de recherche
console-units-none = Aucun moyen pour l’instant.
console-units-keep = Garder les moyens
console-unit-add = Ajouter un moyen
console-unit-remove = Retirer { $unit }
console-platform = { $platform ->
    [boat] Bateau ou navire
    [helicopter] Hélicoptère
    [fixed_wing] Avion
   *[other] { $platform }
}
console-by-platform = habituel pour ce type
console-unit-id = Nom
console-unit-id-help = Nom à la radio. Il figure sur le plan, les branches et les routes.
console-unit-id-fault = Donnez à chaque moyen un nom à lui.
console-unit-platform = Type
console-unit-platform-help = Choisit la table des largeurs de balayage : regard depuis un bateau, un hélicoptère ou un avion.
console-unit-altitude = Hauteur, pieds
console-unit-altitude-help = Hauteur au-dessus de la mer pendant la recherche. Des aéronefs plus proches que la séparation ne partagent pas d’eau.
console-unit-speed = Vitesse de recherche, nd
console-unit-speed-help = Sur le fond, pendant la recherche.
console-unit-endurance = Temps sur zone, h
console-unit-endurance-help = Combien de temps il peut rester sur zone, sans l’aller ni le retour.
console-unit-sorties = Sorties
console-unit-sorties-help = Combien de fois il sort ; une heure à la base sépare deux sorties.
console-unit-on-scene = Sur zone, UTC
console-unit-on-scene-help = Quand il peut commencer. La réponse du moyen, pas un souhait.
console-unit-base = Base
console-unit-base-help = D’où il part et où il rentre. Toute forme de position.
console-value-source = D’où cela vient
console-value-source-help = Qui l’a dit ou où on l’a lu. Gardé avec l’affaire, à côté des valeurs.
console-conditions = Conditions de la recherche
console-conditions-keep = Garder les conditions
console-condition-visibility = Visibilité, NM
console-condition-visibility-help = Visibilité météorologique où et quand les moyens cherchent.
console-visibility-fault = Visibilité : un nombre supérieur à 0, 100 au plus.
console-visibility-low = Au-dessous de 1 NM les tables de largeur de balayage ne disent rien : aucun plan à vue n’est possible.
console-condition-wind = Vent, nd
console-condition-wind-help = Vent moyen que rencontreront les veilleurs. Il réduit les largeurs de balayage.
console-condition-sea = Mer, m
console-condition-sea-help = Hauteur significative des vagues.
console-condition-water = Eau, °C
console-condition-water-help = Seulement si la survie compte. Sinon laissez vide.
console-searches = Recherches sans résultat
console-searches-none = Aucune recherche n’a été rapportée.
console-searches-so-far = POS de toutes ensemble :
console-search-ended = jusqu’à
console-search-withdraw = Retirer
console-search-withdrawn = retirée : elle n’apprend rien
console-flown = Dire ce qui a été fait
console-flown-means = Une recherche sans résultat change la carte : là où l’on a bien regardé, l’objet est moins probable.
console-flown-by = Ce qui a été fait
console-flown-by-plan = { $plan ->
    [b] Moyens du plan B
   *[a] Moyens du plan A
}
console-flown-by-gpx = Routes (GPX)
console-flown-whole = en entier, jusqu’à
console-flown-not = N’a pas cherché.
console-flown-no-plan = Pas de plan : donnez les routes des moyens.
console-flown-until = Interrompu à, UTC
console-flown-until-help = Quand le moyen s’est arrêté avant la fin. Vide : tout a été fait.
console-flown-until-fault = Donnez une heure entre le début et la fin de cette recherche.
console-flown-file = Fichier du traceur
console-flown-file-help = GPX avec une route par moyen, nommée comme lui.
console-flown-tell = Rien trouvé : compter
console-clues = Indices
console-clues-none = Rien n’a été vu ni trouvé.
console-clue-kind = { $kind ->
    [sighting] Objet aperçu
    [found_object] Chose trouvée qui en provient
   *[other] { $kind }
}
console-clue-add = Signaler un indice
console-clue-tell = Compter l’indice
console-clue-what = Quoi
console-clue-what-help = L’objet lui-même a été vu, ou une chose partie à la dérive avec lui a été trouvée.
console-clue-leeway = Genre de chose
console-clue-leeway-help = Sa classe de dérive au vent : elle a dérivé autrement que l’objet.
console-clue-place = Où
console-clue-place-help = Où on l’a vu ou trouvé. Toute forme de position.
console-clue-time = Quand, UTC
console-clue-time-help = Quand on l’a vu ou trouvé.
console-clue-error-help = De combien la position peut être fausse : un écart type sur chaque axe.
console-clue-sure = Certitude, %
console-clue-sure-help = Chance qu’il appartienne bien à cette affaire. 100 % n’admet aucune autre explication.
console-clue-reliability = certain à
console-exports = Fichiers de l’affaire
console-exports-means = Refaits à chaque dérive, recherche et plan. Positions WGS 84, heures UTC.
console-exports-none = La dérive et le plan les font.
console-tool-paper = Sur papier
console-tool-plotter = Traceurs de route (GPX)
console-tool-ecdis = ECDIS (routes RTZ)
console-tool-tak = TAK
console-tool-earth = Google Earth (KML)
console-tool-map = QGIS et autres logiciels de carte (GeoJSON, GeoTIFF)
console-tool-radio = À lire à la radio
console-tool-table = Tableurs (CSV)
console-tool-science = xarray et trajan (netCDF)
console-tool-picture = Images
console-tool-data = Programmes (JSON)
console-stale-b = plus ancien que ce sur quoi il repose
console-search-send = Envoyer à { $partner }
console-search-uncounted = La recherche { $number } de { $party } ne compte pas
console-partner-plan = { $party } : plan { $plan }
console-partner-near = { $ours } et { $theirs } partageraient un plan d’eau au même moment, à { $apart } de différence de hauteur :
console-custody = Qui coordonne
console-custody-holder = Recherche coordonnée par
console-custody-since = depuis
console-custody-proposed = Proposé : { $to } coordonne
console-custody-signing = Elle est signée maintenant dans notre registre et ne peut y être reprise. Elle compte quand { $partner } aura signé aussi.
console-custody-sign-now = Signer la proposition
console-custody-sign = Lire et signer
console-custody-not-shared = { $partner } ne connaît pas encore cet incident.
console-custody-hand-over = Passer la coordination à { $partner }
console-custody-take-over = Reprendre la coordination à { $partner }
console-custody-means = Cela compte quand les deux ont signé ; d’ici là, celui qui coordonne continue.
console-resources = Moyens prêtés entre les centres
console-resources-none = Rien n’a été offert ni demandé.
console-resource-kind = { $kind ->
    [offer] offert par
   *[request] demandé par
}
console-resource-make = Offrir ou demander un moyen à { $partner }
console-resource-what = Offre ou demande
console-resource-what-help = Une offre porte sur un moyen à nous ; une demande, sur un du partenaire. Une signature la fait, celle du partenaire prête.
console-resource-offer = Nous offrons un moyen
console-resource-request = Nous demandons un moyen
console-resource-times-help = Entre ces heures, le moyen est libre pour cette recherche.
console-resource-sign = Signer et envoyer
console-resource-table = Soumettre à l’approbateur
console-resource-withdraw = Reprendre
console-resource-take = Reprendre parmi nos moyens
console-note = Note à la chronologie
console-note-help = Ce qu’il faudra lire plus tard : un appel, un ordre, la raison d’une décision.
console-note-keep = Garder la note
console-sitreps = Rapports de situation
console-sitreps-none = Aucun rapport pour l’instant.
console-sitrep-write = Rédiger le prochain rapport
console-sitrep-number = SITREP { $number }
console-sitrep-means = Le nœud remplit ce qu’il sait ; ce que vous tapez remplace ses mots.
console-sitrep-short = Forme courte : A à F, quand l’aide est demandée aussitôt
console-sitrep-final = Dernier rapport : l’affaire se termine
console-sitrep-section-help = Une rubrique du modèle du manuel IAMSAR. Vide : elle est omise.
console-sitrep-keep = Garder et numéroter
console-closing-report = Rapport de clôture
console-closing-report-means = Tout, de l’alerte à la fin, notes comprises : il reste chez nous.
console-place-help = Comme elle a été signalée : degrés, minutes, secondes ou décimales. Le formulaire dit aussitôt ce qu’il a lu.
console-time-help = En UTC, avec son Z. La dérive commence ici.
console-time-error-help = De combien l’heure peut être fausse, en secondes : un écart type.
console-scenario-help = Ce qui a pu se passer. Plusieurs scénarios peuvent coexister, chacun avec son poids.
console-nature-help = Ce qui leur est arrivé, pour autant qu’on le sache.
console-source-help = Comment le centre l’a appris. Un exercice est marqué partout où il figure.
console-persons-help = Combien de personnes sont en détresse ; vide si on l’ignore.
console-until-help = Jusqu’à quand la dérive est calculée. Vide : un jour après le début du dernier scénario. La recherche doit y tenir.
console-object-help = Ce qui dérive décide de l’effet du vent. En cas de doute, ajoutez un second objet avec son poids.
console-title-help = Comment le poste appelle l’affaire ; figure sur les papiers et les listes.
console-id-help = Minuscules, chiffres et traits d’union ; ne change jamais. Vide : fait du titre et du jour.
## end of console rescue

### cooperation-node
cli-handover-record = Fiche de coopération
cli-cooperation-written = Écrit : { $file }, { $bytes } octets.
cli-cooperation-imported = { $file } a été lu en entier : { $count ->
        [one] { $count } fiche
       *[other] { $count } fiches
    }.
cli-cooperation-left-out = non repris : { $name }, { $count } fois
cli-cooperation-early = en vigueur avant sa signature : ligne { $row }
cli-cooperation-check-not-counted = { $key } : { $move } n’a rien changé. { $what }
cli-cooperation-check-sum = { $key } : ses sommes ne sont pas celles de ses paiements et livraisons.
cli-cooperation-check-clause = { $key } est ouverte et cite l’article { $clause }, qui n’est pas en vigueur actuellement.
cli-cooperation-checked = { $records ->
        [one] { $records } fiche issue
       *[other] { $records } fiches issues
    } de { $acts ->
        [one] { $acts } acte
       *[other] { $acts } actes
    } ; actes qui n’ont rien changé : { $idle }.
cooperation-paper-asked = { $party }, à qui l’autre partie seule le demande
cooperation-paper-results = Conclusions
cooperation-paper-effect = { $kind ->
    [open] Ouvre : { $subject }
    [move] Fait avancer : { $subject }
    [adopt_template] Adopte le modèle : { $subject }
    [release_rule] Prend acte de la règle de communication : { $subject }
   *[other] { $subject }
}
node-no_such_paper =
    .what = Il n’y a pas de papier { $paper } de { $record }.
    .why = pour une fiche de ce genre, ou avant qu’elle n’en soit là, on n’établit pas ce papier ; les papiers sont : { $known }
    .remedy = choisissez l’un d’eux, ou menez d’abord la fiche jusque-là
node-paper_not_signed =
    .what = Le papier { $paper } de { $record } n’est pas établi : les deux parties ne l’ont pas signé.
    .why = un original montre ce que les deux parties ont signé ; pour l’instant, il dirait ce qu’une seule a peut-être écrit
    .remedy = faites-le signer par les deux parties, puis redemandez le papier
node-no_such_subscription =
    .what = Il n’y a pas de calendrier { $number } qu’un programme lise.
    .why = il a été clos, ou n’a jamais été créé
    .remedy = consultez la liste des abonnements
cli-cooperation-none = Il n’y a encore aucune fiche.
cli-cooperation-none-such = Aucune fiche ne répond à ce que vous demandez.
cli-cooperation-line = { $key } – { $title } : { $state }, { $party }{ $late ->
    [late] , en retard
   *[no] {""}
}{ $waits ->
    [yes] {" "}; { $waiting } est signé par { $by } et attend l’autre partie
   *[no] {""}
}{ $receipted ->
    [yes] {""}
   *[no] {" "}; sans accusé de réception du partenaire encore
}
cli-cooperation-move-both = possible : { $move } ({ $name }), les deux signent, puis { $state }
cli-cooperation-move-one = possible : { $move } ({ $name }), puis { $state }
cli-cooperation-need = il faut d’abord : { $need }
cli-cooperation-not-counted = n’a rien changé : { $move }. { $what }
cli-cooperation-template = { $id } – { $title }, adopté par : { $decision }, { $hash }
cli-which_agreement =
    .what = Le nœud détient { $count } accords.
    .why = la commande ne dit pas duquel il s’agit : { $held }
    .remedy = nommez-le avec --agreement
cli-not_json =
    .what = Le fichier { $file } n’est pas du JSON.
    .why = la lecture s’arrête avec : { $reason }
    .remedy = corrigez-le à cet endroit
node-awaiting-move = { $move } – { $kind } « { $title } ». Une fois signé par les deux, son état est : { $state }.
cooperation-need = { $form ->
    [field] La fiche indique : { $name }
    [value] { $name } : « { $value } »
    [document] Définitif et joint à la fiche : { $name }
    [signed] Signé par les deux et joint à la fiche : { $name }
    [payment_first] Un premier paiement est confirmé
    [payment_settled] Aucun paiement n’est en suspens
    [payment_all] Toute la valeur est payée
    [delivery_first] Une première livraison est confirmée
    [delivery_all] Tout ce qui a été commandé est livré
    [check] Un contrôle est clos : { $name }
    [clause_cited] Chaque clause citée est en vigueur
    [clause_own] Une clause propre à ce genre d’initiative est citée
    [clause] Une clause de cette nature est citée : { $name }
    [indicator_all] Chaque indicateur est mesuré
    [indicator] Ceci est mesuré : { $name }
    [elapsed_D] { $count ->
        [one] Un jour est passé depuis l’état « { $name } »
       *[other] { $count } jours sont passés depuis l’état « { $name } »
    }
    [elapsed_M] { $count ->
        [one] Un mois est passé depuis l’état « { $name } »
       *[other] { $count } mois sont passés depuis l’état « { $name } »
    }
    [elapsed_Y] { $count ->
        [one] Un an est passé depuis l’état « { $name } »
       *[other] { $count } ans sont passés depuis l’état « { $name } »
    }
    [day] Le jour est venu : { $name }
   *[other] { $form } : { $name }
}
node-given_too_often =
    .what = Rien n’a été écrit : un document de plus du schéma { $schema } dans notre registre ne compterait pas.
    .why = de chaque registre, les { $most } premiers comptent, pour qu’aucune partie ne puisse submerger l’autre
    .remedy = continuez avec ce qui a été donné ; les fiches elles-mêmes ne sont pas concernées
node-control_sign =
    .what = Le champ { $field } contient le signe de commande { $sign }.
    .why = un tel signe ne montre rien à l’œil, et ni les documents ni les fichiers d’autres maisons ne le portent
    .remedy = retirez-le ; une ligne se termine par le signe U+000A
node-text_not_looked_at =
    .what = Ce texte n’a pas été examiné : on ne sait pas encore s’il compterait.
    .why = tant de textes sont déposés que seuls les { $most } premiers d’une fiche, et { $all } en tout, sont essayés ici
    .remedy = refusez ce qui gêne ; celui que l’on signe est vérifié de toute façon
node-text_expired =
    .what = La démarche { $move } sur { $record } n’a pas été signée : son texte était ouvert jusqu’au { $day }.
    .why = une signature après ce jour ne change rien
    .remedy = refaites la démarche, avec un jour plus tardif
node-cannot_count =
    .what = La démarche { $move } sur { $record } ne peut pas compter : cette version du texte a reçu une autre réponse.
    .why = une partie répond une seule fois à une version, et un texte demande la même réponse des deux
    .remedy = signez un autre texte ou refusez cette version ; une nouvelle s’ouvre alors
node-export_too_long =
    .what = Les dossiers de contrats sont trop longs pour un seul fichier OCDS.
    .why = chaque version publiée répète les paiements et livraisons qui la précèdent, et ensemble elles en citeraient plus de { $most }
    .remedy = exportez-les en IATI, ou répartissez ce qui suit entre d’autres initiatives
node-text_waits =
    .what = La démarche { $move } n’a pas été déposée : la démarche { $waiting } sur { $record } attend une signature.
    .why = on ne signe qu’un texte à la fois sur une fiche, et { $office } a déposé celui-là avant
    .remedy = lisez-le et signez-le, ou refusez-le ; faites ensuite la démarche
node-no_such_record =
    .what = Il n’y a pas de fiche { $record }.
    .why = ni l’un ni l’autre registre ne contient de proposition de ce nom, pour ce qui en est ici
    .remedy = vérifiez son genre et son nom dans la liste, ou proposez-la
node-field_not_national =
    .what = Rien n’a été gardé : { $fields } n’est pas à nous seuls.
    .why = seul ce qui est national reste chez nous ; tout le reste est dit par un acte que le partenaire lit
    .remedy = faites une démarche de la fiche qui le fixe

### La démonstration : la première année des groupes

demo-beside = À côté du mémorandum, les deux nœuds signent « { $title } » (minerais, centres de données, tourisme) : convenu par les deux. { $hash }
demo-talks-proposed = { $party } propose une réunion pour le { $day }, { $place } : { $title }
demo-minutes-say = Le procès-verbal, en trois langues sous une seule signature de chacun : « { $minutes } »
demo-group-set-up = { $party } propose : { $title }
demo-step-one = { $party } · { $move } : une partie suffit, inscription { $index } de son registre.
demo-step-both = { $party } · { $move } : déposé, puis signé par les deux (Algérie inscription { $dz }, États-Unis inscription { $us }) : convenu par les deux.
demo-year-lived = La première année est vécue sur les deux nœuds : { $acts } actes et { $signatures } signatures en { $looks } échanges, { $seconds } s. Chaque acte compte ; les deux nœuds montrent les mêmes { $records } fiches, dont { $waiting ->
        [one] { $waiting } attend
       *[other] { $waiting } attendent
    } une seconde signature.
demo-next-step = Prochaine étape : { $title } ({ $office }), échéance { $due } : { $state }
demo-next-step-late = En retard : { $title } ({ $office }), échéance { $due } : { $state }
demo-initiative = { $title } ({ $count ->
    [one] article
   *[other] articles
} { $articles })
demo-case-account = Les deux nœuds comptent pareil : { $paid } payés sur { $value }.
demo-case-delivered = Livré : { $delivered } sur { $ordered }, { $item }
demo-case-withheld = Le public lit les postes, les quantités et la tranche de valeur, non le montant : { $reason } Les deux l’ont décidé ({ $decision }) ; il sera public le { $day }.
demo-case-too-early = { $party } tente de clore le dossier aujourd’hui. Refusé : { $reason } Il se clôt douze mois après l’achèvement des fournitures et services.
demo-partnership-stopped = { $party } tente de lancer le partenariat maintenant. Refusé : { $reason } Aucun contrôle d’exportation n’est encore clos.
demo-offer = { $title } : { $capacity } MW pour { $value }, soit { $cost } par mégawatt.
demo-offer-cheaper = Le coût par mégawatt le plus bas : { $title }. Son état : { $state }
demo-licence-paid = { $party } paie la redevance du permis selon l’article { $article } (bénéficiaire : { $payee }) : { $paid }, confirmé par les deux.
demo-indicator = { $title } : { $baseline } au départ, { $measured } mesurés au { $day } ({ $source }), cible { $target }.
demo-change-waits = { $party } · { $move } : une seule signature, en attente du partenaire ; rien n’a changé.
demo-kind-read = { $party } présente au partenaire un fichier de { $lines } lignes, un nouveau type d’initiative : { $title } { $hash } Ses états : { $states }.
demo-kind-adopted = Les deux l’adoptent par son empreinte : { $title }
demo-kind-cost = { $title } : { $cost }. Aucune ligne du programme ne connaissait ce type.
demo-documents-kept = Les { $count } fichiers que des documents de l’année désignent par leur empreinte : { $folder }
demo-minutes-written = Procès-verbal signé par les deux, l’original de l’Algérie sur deux colonnes, octet pour octet le même sur les deux nœuds : { $file } { $hash }
demo-report-written = Le rapport annuel, annoncé, décidé, fait, octet pour octet le même sur les deux nœuds : { $file } { $hash }
demo-offices-all = Ainsi de tous les bureaux ({ $party }) qui ont signé : { $count } en tout, chacun suivi d’un autre.

### Tables of arms transfers
cooperation-tables_unlike =
    .what = Les tableaux de { $first } et de { $second } ne peuvent être mis côte à côte.
    .why = l’un est { $first_form } de { $first_year }, l’autre { $second_form } de { $second_year }
    .remedy = prenez les tableaux des deux parties, de la même forme et de la même année
files-register_heading =
    .what = Le tableau des transferts n’a pas l’en-tête { $heading } à sa ligne { $line }.
    .why = une valeur sans son en-tête pourrait être lue pour une autre
    .remedy = reprenez le tableau tel que Comity l’a écrit et ne changez que les cellules sous les en-têtes
files-register_value =
    .what = Ligne { $row }, colonne { $column } : { $value } ne peut figurer dans un tableau de transferts.
    .why = cette colonne admet : { $example }
    .remedy = corrigez la valeur, puis relisez tout le tableau ; rien n’en a été gardé

### Reminders: the digest of an office
node-digest_not_sent =
    .what = Le récapitulatif destiné à { $office } n’a pu être remis au serveur de courrier.
    .why = le serveur { $host } ne l’a pas pris : { $reason }
    .remedy = voyez si le serveur tourne et accepte l’expéditeur ; il est réessayé de lui-même jusqu’à la fin du jour
node-digest_not_made =
    .what = Les récapitulatifs du { $day } n’ont pu être établis.
    .why = le système ou une fiche y a fait obstacle : { $reason }
    .remedy = voyez si le nœud peut écrire dans le dossier des rappels ; il est réessayé de lui-même
node-pages_not_made =
    .what = Les pages publiques de { $agreement } n’ont pu être établies.
    .why = le système ou une fiche y a fait obstacle : { $reason }
    .remedy = voyez si le nœud peut lire et écrire le dossier des pages ; il est réessayé de lui-même
digest-example = EXEMPLE
digest-subject = { $agreement } : rappels pour { $office }, { $day }
digest-late = En retard
digest-soon = { $days ->
        [one] Échéances du prochain jour
       *[other] Échéances des { $days } prochains jours
    }
digest-requested = Demandé par le partenaire seul, sans accord des deux
digest-asked = Attend notre signature
digest-what = { $what ->
        [starts] Réunion
        [review] Réexamen
        [expires] Expiration
        [due] Action
        [planned] Prévu
        [milestone] Jalon
       *[other] Demande de l’attention
    }
digest-nothing = Aucun rappel pour personne aujourd’hui.
digest-written = { $file } : { $late } en retard, { $soon } à échéance proche, { $asked } en attente de notre signature
digest-due-late = échu le { $day }. { $what } : { $title } ({ $key })
digest-due-soon = { $day }. { $what } : { $title } ({ $key })
digest-waits = { $title } ({ $key }), signé par le partenaire le { $day }

### Cooperation: yearly tables of transfers, seals, what was imported
cli-register-line = { $exporter } à { $importer }, catégorie { $category } : exporté { $exported }, importé { $imported }{ $foreign ->
    [yes] , fabriqué en { $origin }
   *[no] {""}
}{ $agrees ->
    [yes] {""}
   *[no] {"\u202F"}; les deux tableaux diffèrent
}
cli-register-left-out = { $party } : livraisons qui n’entrent dans aucune catégorie ou sont des retours : { $count }{ $withheld ->
    [yes] {"\u202F"}; des lignes ne sont pas communiquées au public
   *[no] {""}
}
cli-register-compared = { $year } : lignes : { $count }, { $differing ->
    [0] et les deux tableaux disent la même chose.
    [1] dont une diffère : corrigez-la avant tout dépôt.
   *[other] dont { $differing } diffèrent : corrigez-les avant tout dépôt.
}
api-no_table_of =
    .what = Il n’y a pas de tableau de { $party }.
    .why = les tableaux sont ceux de { $parties }
    .remedy = nommez l’une des deux parties
cli-seal = { $party }, scellé le { $moment }
cli-seal-by-key = Scellé le { $moment } par une clé de { $origin }
cli-seal-written = Écrit : { $file }, { $both ->
    [yes] scellé par les deux.
   *[no] scellé par nous ; remettez-le au partenaire, qui scelle à la suite.
}
node-another_paper =
    .what = Le fichier n’est pas la pièce { $reference } de { $holder }, suivie de sceaux.
    .why = il ne commence pas par les octets que ce nœud imprime pour cet original
    .remedy = nommez le détenteur et les langues pour lesquels il a été fait, et vérifiez que les deux nœuds impriment avec les mêmes versions (en-tête X-Comity-Printed-With)
node-paper_without_seal =
    .what = La pièce { $reference } n’est pas scellée : elle n’a pas de place pour des signatures.
    .why = les deux signent à la fin d’un procès-verbal ou d’une décision ; un ordre du jour ou un rapport n’est signé par personne
    .remedy = scellez le procès-verbal ou la décision
api-not_base64 =
    .what = Le fichier ne peut être lu.
    .why = ce n’est pas du base64 : { $reason }
    .remedy = envoyez les octets du PDF en base64
cli-one_key_for_both =
    .what = { $count ->
        [one] Le sceau a été apposé par une seule partie.
       *[other] Les { $count } sceaux ont été apposés par une seule partie.
    }
    .why = tous viennent de clés du registre { $origin }
    .remedy = demandez à l’autre partie son original et comparez les deux
files-paper-level = { $level ->
    [public] Public
   *[bilateral] Réservé aux deux parties
}
api-printed_with_others =
    .what = La pièce n’a pas été imprimée : ce nœud imprime avec d’autres versions.
    .why = { $asked } est demandé, et ce nœud a { $here }
    .remedy = installez les mêmes versions sur les deux nœuds, ou prenez la pièce du nœud qui les a
files-no_such_day =
    .what = L’instant { $value } n’a pas de jour que ce fichier puisse nommer.
    .why = il est en millisecondes depuis 1970 et se trouve hors des années 1970 à 9999
    .remedy = faites modifier le dossier qui le contient pour un jour du calendrier, puis écrivez le fichier à nouveau
files-ocds_unreadable =
    .what = Le fichier n’est pas du JSON lisible.
    .why = la lecture s’arrête avec : { $reason }
    .remedy = demandez à son auteur un fichier qu’un validateur accepte
files-ocds_value =
    .what = { $path } : { $value } ne peut figurer dans un fichier de contrats.
    .why = cette place attend : { $example }
    .remedy = corrigez la valeur, puis relisez le fichier entier ; rien n’en a été gardé
cli-cooperation-entered = { $file } : fiches proposées : { $count }, déjà présentes : { $known }.
files-treaty_no_document =
    .what = Le traité { $treaty } ne peut devenir un document.
    .why = un document a un jour et un nom à lui, et cette ligne a : signature { $signed }, nom { $name }
    .remedy = ajoutez le jour de la signature, ou donnez un autre identifiant à la ligne ; rien n’a été proposé
files-calendar_two_of_a_name =
    .what = L’entrée { $uid } n’a pas de nom à elle comme dossier.
    .why = le nom vient des lettres et chiffres de son UID, et les voici : { $name }
    .remedy = donnez un autre UID à l’entrée ; rien n’a été proposé
demo-memorandum-areas = Où ses articles s’appliquent : { $areas }
demo-earlier = Il fait suite à « { $title } » du { $day }{ $replaces ->
    [yes] , qui remplaçait « { $replaced } »
   *[no] {""}
} : classé par les deux.
## end of registers

### Forçage d'une dérive : sources, ce qui est tenu au-delà d'un bord, âge
forcing-parts = { $quantity ->
        [wind] Vent
        [waves] Vagues
       *[current] Courant
    }, selon sa part des heures de dérive : { $parts }.
forcing-beyond = { $quantity ->
        [wind] Vent
        [waves] Vagues
       *[current] Courant
    } : pendant { $share } des heures de dérive, les positions étaient au-delà du bord des fichiers ; la valeur la plus proche y est gardée, à moins de 20 km.
forcing-beside = { $quantity ->
        [wind] Vent
        [waves] Vagues
       *[current] Courant
    } : pendant { $share } des heures de dérive, les positions touchaient la terre ou une lacune des fichiers ; la valeur la plus proche y supplée.
forcing-stale = PÉRIMÉ : { $quantity ->
        [wind] Vent
        [waves] Vagues
       *[current] Courant
    } du calcul de { $run }, vieux de { $age } h à la fin de la dérive.
forcing-observed = { $quantity ->
        [wind] Vent
        [waves] Vagues
       *[current] Courant
    } : observations sur zone prises en compte : { $count }.
forcing-observed-stale = PÉRIMÉ : { $quantity ->
        [wind] Vent
        [waves] Vagues
       *[current] Courant
    } : observations trop anciennes à la fin de la dérive : { $count }.
forcing-waves = L’entraînement de la surface par les vagues est ajouté au courant. La table de dérive a été mesurée dans les vagues : il peut compter deux fois.
### end of forcing

### Bureaux : leur nom en trois langues
agreement-office_title_does_not_fit =
    .what = Les intitulés des bureaux ne conviennent pas : le champ { $field } de { $name } est erroné.
    .why = une partie nomme ses propres bureaux, au titre de son propre accord, chacun une fois, sur une ligne sans signe caché
    .remedy = corrigez la liste des intitulés
cli-not_office_titles =
    .what = Le fichier { $file } ne contient pas d’intitulés de bureaux.
    .why = la lecture s’arrête avec : { $reason }
    .remedy = écrivez pour chacun une table [[office]] avec name, ar, en et fr
cli-cooperation-past = { $moment } { $move }, par { $party } ({ $office })
cli-cooperation-past-both = { $moment } { $move }, par { $party } ({ $office }) et { $other_party } ({ $other_office })
cli-office-title = { $party } : { $title } – dans les actes « { $office } »
cli-office-titles-none = Aucune partie n’a dit comment s’appellent ses bureaux.
demo-titles-given = Les deux parties disent dans leur registre comment s’appellent leurs bureaux en arabe, en français et en anglais : { $count } intitulés. Le droit de signer n’en dépend pas.
### end of offices

### Champs récupérés auprès des centres de prévision
cli-fetch-brought = { $provider } : { $file } récupéré.
cli-fetch-kept = { $provider } : { $file }, tel qu’il avait été récupéré.
cli-fetch-licence = Licence : { $licence }.
### end of fetched forcing

### Programmes de cartographie : OGC API – Features
ogc-title = Comity : navires, recherche et sauvetage sur la carte
ogc-about = Navires, cas, zones et parcours de ce nœud, pour les programmes de cartographie de ses propres bureaux. À ne pas utiliser pour la navigation.
ogc-api = Description de ces adresses (OpenAPI 3.0)
ogc-conformance = Classes de la norme qui sont suivies
ogc-collections = Collections
ogc-cases = Cas
ogc-cases-about = Chaque cas à sa dernière position connue, ou au centre de sa dérive.
ogc-areas = Zones
ogc-areas-about = Où l’objet de chaque cas peut se trouver à la fin de sa dérive, et ce que ses plans font chercher.
ogc-legs = Parcours
ogc-legs-about = La route de chaque sortie des plans : aller, recherche, retour.
ogc-ships = Navires
ogc-ships-about = Les navires de la vue en direct, là où chacun a été entendu pour la dernière fois, les cinq mille plus récents.
ogc-tracks = Routes des navires
ogc-tracks-about = La route de chaque navire entendu au cours des dernières 24 heures, un point toutes les cinq minutes.
ogc-contacts = Contacts des partenaires
ogc-contacts-about = Les contacts et les détections par satellite que des partenaires nous ont communiqués, aussi grossiers qu’ils sont arrivés.
node-map_reader_without_role =
    .what = { $office } n’a aucun rôle sur ce nœud : son programme de cartographie ne pourrait rien lire.
    .why = un jeton lit ce que son bureau peut lire
    .remedy = nommez un bureau de la page Nœud, écrit comme il y figure, ou donnez un rôle à celui-ci
node-no_such_map_reader =
    .what = Il n’y a pas de programme de cartographie { $number } qui lise.
    .why = son jeton a été révoqué, ou n’a jamais été créé
    .remedy = consultez la liste des programmes de cartographie
api-no_such_collection =
    .what = Il n’y a pas de collection { $collection }.
    .why = il y a celles-ci : { $known }
    .remedy = voyez /ogc/collections
api-no_such_feature =
    .what = Il n’y a pas d’objet { $feature } ici.
    .why = il n’y a jamais été, ou son cas a un plan plus récent
    .remedy = redemandez les objets de { $collection }
api-unknown_parameter =
    .what = { $name } ne se demande pas ici.
    .why = cette adresse ne connaît que ceux-ci : { $known }
    .remedy = retirez-le, ou voyez /ogc/api
api-bad_parameter =
    .what = { $name } ne peut pas être { $value }.
    .why = bbox est ouest,sud,est,nord en degrés ; datetime un instant RFC 3339 ou une période de/à ; limit un nombre à partir de 1 ; f est json ; chacun figure une seule fois
    .remedy = corrigez-le, ou voyez /ogc/api
### fin des programmes de cartographie

### Le journal d’un cas, comptes rendus de situation, rapport final
case-line-section = Modifié : { $section }
case-section-unit = unités
case-section-conditions = conditions de la recherche
case-section-plan = mode de planification
case-section-object = objets
case-section-scenario = scénarios
case-section-run = calcul de la dérive
case-section-observation = observations sur zone
case-section-forcing = courants et vent
case-line-plan_asked = Plan demandé
case-line-plan_done = Plan A calculé : POS { $pos } ; aucun plan avec ces unités ne dépasse { $bound }
case-line-plan_failed = Aucun plan n’a pu être établi
case-line-plan_drawn = Plan B tracé : POS { $pos } ; aucun plan avec ces unités ne dépasse { $bound }
case-line-plan_given_up = Plan B abandonné
case-line-search = Recherche sans résultat : { $name } ({ $units })
case-line-search_arrived = { $kept ->
        [no] Recherche du partenaire sans résultat : { $name }
       *[yes] Recherche du partenaire sans résultat : { $name } ({ $units })
    }
case-line-search_gone = { $reason ->
        [recalled] La recherche { $name } du partenaire ne compte plus : rappelée par le partenaire
        [corrected] La recherche { $name } du partenaire ne compte plus : le partenaire l’a remplacée par une autre
        [erased] La recherche { $name } du partenaire ne compte plus : effacée au terme de sa durée de conservation
        [outside_drift] La recherche { $name } du partenaire ne compte plus : elle sort de la dérive recalculée
       *[not_counted] La recherche { $name } du partenaire ne compte plus
    }
case-line-on_scene = Coordonnateur sur zone désigné : { $unit }
case-line-on_scene_ended = Coordonnateur sur zone relevé : { $unit }
case-line-search_withdrawn = Recherche retirée, signalée par erreur : { $name }
case-line-clue = { $clue ->
        [found_object] Objet trouvé en { $place }
       *[sighting] Observation en { $place }
    }
case-line-clue_withdrawn = Indice retiré, signalé par erreur : { $name }
case-line-note = Note
case-line-sitrep = SITREP { $number } émis
case-line-released = { $item ->
        [plan] Plan communiqué au partenaire au titre de l’article { $clause }
        [search] Recherche communiquée au partenaire au titre de l’article { $clause }
       *[other] Communiqué au partenaire au titre de l’article { $clause }
    }
case-line-arrived = { $item ->
        [plan] Plan reçu du partenaire
        [search] Recherche reçue du partenaire
       *[other] Reçu du partenaire
    }
node-note_of_no_length =
    .what = Cette note ne peut pas être conservée.
    .why = une note a de 1 à { $most } caractères, et celle-ci en a { $count }
    .remedy = écrivez ce qui s’est passé, en plusieurs notes si c’est long
node-no_such_line =
    .what = { $key } n’est pas le nom d’une ligne.
    .why = une chronologie se poursuit après l’une de ses propres lignes
    .remedy = suivez le lien vers la partie suivante, ou omettez-le
### fin du journal d’un cas

### Comptes rendus de situation
sitrep-title = SITREP { $number }{ $final ->
        [yes] {" "}et dernier
       *[no] {""}
    }
sitrep-precedence = Priorité
sitrep-precedence-distress = DÉTRESSE
sitrep-precedence-urgency = URGENCE
sitrep-precedence-safety = SÉCURITÉ
sitrep-precedence-routine = ROUTINE
sitrep-at = Groupe date-heure
sitrep-from = De
sitrep-to = À
sitrep-case = Cas
sitrep-a = Identité du mobile en détresse
sitrep-b = Position
sitrep-c = Situation
sitrep-d = Nombre de personnes en danger
sitrep-e = Assistance requise
sitrep-f = Centre coordonnateur (RCC)
sitrep-g = Description du mobile en détresse
sitrep-h = Conditions météorologiques sur zone
sitrep-j = Premières mesures prises
sitrep-k = Zone de recherche
sitrep-l = Instructions de coordination
sitrep-m = Mesures envisagées
sitrep-n = Renseignements complémentaires, conclusion
sitrep-not-known = Inconnu.
sitrep-none = Néant à ce stade.
sitrep-object-of-wind = Objet qui dérive avec une part du vent
sitrep-last-known = Dernière position connue : { $place } à { $at }, erreur { $error } NM
sitrep-centre = Dérive : centre { $place } à { $at }
sitrep-alerted = Alerte reçue à { $at }
sitrep-stage = Étape : { $stage }
sitrep-centre-of = Centre de coordination de sauvetage, { $party }
sitrep-visibility-nm = Visibilité attendue : { $value } NM
sitrep-wind-kt = Vent attendu : { $value } nd
sitrep-sea-m = Mer attendue : { $value } m
sitrep-water-c = Eau : { $value } °C
sitrep-seen = { $what }, en { $place }, { $at }
sitrep-wind-seen = Vent observé du { $course }, { $speed } nd
sitrep-current-seen = Courant observé vers le { $course }, { $speed } nd
sitrep-flow-seen = Écoulement observé : { $east } m/s vers l’est, { $north } m/s vers le nord
sitrep-no-plan = Aucune recherche n’est encore planifiée.
sitrep-area = { $unit } : { $pattern }, { $length } × { $width } NM dans l’axe { $course }, centre { $place }, espacement { $spacing } NM, de { $begins } à { $ends }, POD { $pod }
sitrep-pos = Au total : POS { $pos } ; aucun plan avec ces unités ne dépasse { $bound }
sitrep-lent = { $what } : { $state }
sitrep-no-osc = Coordonnateur sur zone : non désigné.
sitrep-osc = Coordonnateur sur zone : { $unit }, depuis { $at }
sitrep-unit = { $unit } : { $platform }, { $speed } nd, commence à chercher en { $place }, { $at }
sitrep-aircraft = { $unit } : { $platform }, { $height } ft, { $speed } nd, commence à chercher en { $place }, { $at }
sitrep-no-sortie = Aucune sortie n’est à venir.
sitrep-fact = { $name } : { $value }
sitrep-done = { $at } { $what }
sitrep-ahead = { $unit } cherche de { $begins } à { $ends }
sitrep-searched = Recherche sans résultat : { $name } ({ $units }), POS { $pos }
sitrep-so-far = POS de toutes les recherches à ce jour : { $pos }
sitrep-ended = Opérations de recherche et de sauvetage terminées à { $at }
node-sitrep_says_nothing =
    .what = Ce rapport ne dit rien.
    .why = chacune de ses rubriques a été omise
    .remedy = laissez une rubrique telle que le nœud la dit, ou rédigez-la
node-sitrep_outdated =
    .what = Ce que l’on sait de { $case } a changé depuis que ce rapport a été préparé.
    .why = entre-temps, quelque chose a été calculé, cherché ou signalé
    .remedy = regardez le nouveau projet, et émettez celui-là
node-no_such_sitrep =
    .what = Le cas { $case } n’a pas de SITREP { $number }.
    .why = ses rapports sont numérotés à partir de 1, dans l’ordre de leur émission
    .remedy = consultez la liste de ses rapports
### fin des comptes rendus de situation

### Le rapport final d’un cas
report-title = Rapport final · { $case }
report-name = Mobile en détresse
report-object = Objet
report-people = Personnes en danger
report-alert = Ouvert
report-where = Première position
report-centre = Coordonné par
report-on-scene = Coordonnateur sur zone
report-stage = Étape
report-ended = Terminé
report-so-far = POS de toutes les recherches
report-drift = Dérive
report-no-drift = Aucune dérive n’a été calculée.
report-drifted = Hypothèses : { $particles }, de { $first } à { $last } ; centre { $place } ; à terre { $ashore }
report-plans = Plans
report-plans-head = Établi|Plan|Par|POS|Aucun plan ne dépasse|Plan manuel|Sorties
report-computed = calculé
report-searches = Recherches sans résultat
report-searches-head = Terminée|Recherche|Unités|De|POS
report-ours = notre centre
report-theirs = le partenaire
report-papers = Documents et fichiers
report-papers-head = Document|Émis|Par
report-log = Main courante
report-alt = Carte du cas : zones du plan, routes des unités et où chercher. Les tableaux disent la même chose en chiffres.
report-caption = Le dernier plan en vigueur : zones de recherche, routes, points de début de recherche (●) et zones de probabilité.
report-log-head = Heure|Bureau|Quoi
### fin du rapport final

### La recherche d’un cas : sections, plans, comptes rendus, indices
api-search_not_told =
    .what = La demande ne dit pas ce qui a été fouillé.
    .why = une recherche se dit par un plan et ses moyens, ou par le nom et le texte d’un fichier GPX, jamais par les deux
    .remedy = envoyez plan et units, ou name et gpx
node-plan_not_kept =
    .what = { $case } n’a pas de tel plan { $letter }.
    .why = aucun n’a été fait, il a été abandonné, ou une autre empreinte est visée
    .remedy = regardez les plans du cas
node-no_visibility =
    .what = La visibilité (visibility_nm dans [conditions]) est de 0.
    .why = à 0 personne ne voit rien, et aucune unité ne pourrait chercher à vue
    .remedy = indiquez la visibilité attendue sur zone en milles marins, ou omettez les conditions tant que personne ne les connaît
node-no_such_received =
    .what = { $key } n’est le nom de rien de ce qui a été reçu.
    .why = une liste se poursuit après l’un de ses propres éléments
    .remedy = suivez le lien vers la partie suivante, ou omettez-le
node-no_such_report =
    .what = Le cas n’a pas de signalement { $number } de notre part.
    .why = personne ici ne l’a donné
    .remedy = regardez les recherches et les indices du cas ; ce que le partenaire a fouillé, c’est à lui de le corriger
node-no_such_sortie =
    .what = Le plan n’a pas de sortie { $sortie } de { $unit }, ou elle est nommée deux fois.
    .why = ce qui a été volé se dit par moyen et par sortie, comme le plan les nomme
    .remedy = prenez les noms dans le plan
node-plan_needs_drift =
    .what = { $case } n’a pas de dérive de son état présent.
    .why = aucune n’a été calculée, ou les objets, les scénarios, le calcul, les observations ou les champs ont changé depuis
    .remedy = demandez la dérive ; le plan suit de lui-même
node-search_kept_already =
    .what = { $search } a déjà été signalée.
    .why = la même recherche apprendrait deux fois ce qu’elle a appris une fois
    .remedy = regardez les recherches du cas, et signalez ce qui a été fouillé depuis
node-search_still_flown =
    .what = Cette recherche n’est pas finie avant { $ends }.
    .why = ce qui n’a pas encore été cherché n’a rien trouvé et ne montre rien
    .remedy = dites jusqu’à quand chaque unité a cherché, ou rendez compte de la recherche quand elle est finie
node-clue_not_yet =
    .what = Personne ne peut avoir vu ou trouvé quelque chose à { $at } déjà.
    .why = d’après l’horloge de ce nœud, cet instant est encore à venir
    .remedy = corrigez l’heure de l’indice (UTC), ou l’horloge du nœud
node-trial_is_busy =
    .what = Ce qui a été dessiné pour { $case } n’est pas encore calculé.
    .why = une autre zone de ce cas est en cours de calcul, et cela dure plus d’un instant
    .remedy = réessayez dans quelques secondes
node-text_not_written =
    .what = Ce texte contient quelque chose qui ne peut pas être écrit.
    .why = un demi-caractère (un « surrogate » isolé), ou le signe NUL, y figure
    .remedy = saisissez-le à nouveau au lieu de le coller
node-stopped_before_begin =
    .what = { $unit } ne peut pas s’être arrêté à { $until }.
    .why = d’après le plan, il a commencé à chercher à { $begins }
    .remedy = corrigez l’heure, ou dites qu’il n’est pas sorti
node-too_many_units =
    .what = La recherche a { $count } moyens.
    .why = un plan en contient { $most } au plus
    .remedy = planifiez ceux des prochaines heures, et les autres dans un plan suivant
node-unit_at_two_places =
    .what = { $unit } aurait cherché deux fois au même moment.
    .why = une recherche signalée auparavant le tient elle aussi entre { $begins } et { $ends }
    .remedy = signalez chaque sortie une fois ; retirez la recherche signalée par erreur
node-nothing_learnt =
    .what = Rien n’a encore été appris sur { $case }.
    .why = aucun plan n’a été calculé sur sa dérive présente
    .remedy = demandez le plan, et attendez qu’il soit fait
node-plan_is_stale =
    .what = Le plan de { $case } est d’un état plus ancien du cas.
    .why = moyens, conditions, dérive, recherches ou indices ont changé depuis qu’il a été fait
    .remedy = redemandez le plan, et travaillez sur le nouveau
rescue-areas_share_water =
    .what = { $unit } et { $other } chercheraient sur la même eau au même moment.
    .why = rien ne les sépare en hauteur
    .remedy = déplacez ou réduisez l’une des zones, ou donnez aux moyens d’autres heures ou d’autres hauteurs
### end of the search of a case

### Bouées et nappes : ce qui ne se compare pas
files-no_window =
    .what = Aucune bouée n’a été suivie assez longtemps pour être comparée.
    .why = de { $drifters } bouées, la plus longtemps suivie l’a été { $longest } heures, et la première comparaison vient après { $least } ; les lacunes de plus de trois heures et les trajets à plus de 5 m/s ne comptent pas
    .remedy = comparez après moins d’heures : --horizons-h, ou prenez des trajectoires plus longues
files-unreadable_outline =
    .what = { $file } ne se lit pas comme contour d’une nappe.
    .why = la lecture s’arrête à : { $reason }
    .remedy = donnez des polygones GeoJSON, ou un tableau de sommets aux colonnes slick, lat et lon, et peut-être time
### fin des bouées et nappes

### Serveurs qu’un cas peut interroger
files-address_not_allowed =
    .what = Le cas demande des champs à { $host }, et ce serveur n’est pas de ceux que l’on peut interroger ici.
    .why = qui écrit un cas pourrait faire interroger par cette machine toute adresse de son propre réseau ; sont admis : { $allowed }
    .remedy = apportez les champs ici avec comity rescue fetch et nommez les fichiers, ou lancez le cas dans un terminal
### fin des serveurs

### Scène 4 de la démonstration : une recherche de deux centres
demo-search-answered = { $party } ouvre son propre cas, { $case }, fait de ce qu’on lui a dit : il répond à { $answers }. Un seul incident, deux cartes.
demo-search-planned = { $party } planifie avec { $units } : le radeau est trouvé avec une chance de { $pos } ; aucun plan avec ces unités ne dépasse { $bound }, le plan manuel atteint { $manual }.
demo-search-plan-left = Son plan part selon la règle { $rule } (inscription { $index }, { $bytes } octets) : zones, tronçons et heures exactes, pour que les unités se tiennent à distance. Reste au pays : { $stays }.
demo-search-on-scene = { $party } désigne { $unit } pour coordonner sur zone (OSC) : c’est inscrit à la chronologie et figure dans le prochain SITREP.
demo-search-empty = { $party } cherche jusqu’à { $ended } avec { $units }, et ne trouve rien.
demo-search-left = Ce qui a été exploré part selon la règle { $rule } (inscription { $index }, { $bytes } octets) : tronçons et largeurs de balayage exactes. Reste au pays : { $stays }.
demo-search-learnt = La carte ({ $party }) apprend les deux recherches : la sienne aurait trouvé le radeau avec { $own }, les deux ensemble avec { $together }. La moitié des possibilités tient maintenant dans { $half } km².
demo-search-offered = { $party } offre une unité, { $platform }, selon l’article { $clause } : offerte par une seule signature (inscription { $index }).
demo-search-accepted = { $party } signe aussi (inscription { $index }) : prêtée, convenu par les deux. Elle rejoint les unités de { $case } sous le nom { $unit }.
demo-search-handed-over = Qui coordonne (SMC) : { $giver } transmet { $incident } ({ $taker }) selon l’article { $clause }, convenu par les deux (Algérie inscription { $dz }, États-Unis inscription { $us }).
demo-search-second = Le second plan, sur ce que les deux recherches ont laissé, avec { $units } : le radeau est trouvé avec une chance de { $pos } ; aucun plan avec ces unités ne dépasse { $bound }, le plan manuel atteint { $manual }.
demo-search-papers = Ce que la recherche a appris et la suite, sur papier : { $folder } (debrief.pdf, brief.pdf)
demo-search-closed = Les deux centres terminent le cas et se le disent. Personne n’a été trouvé, car personne n’était perdu : c’est un EXEMPLE.

### Two centres, one search: custody, lent units, plans and searches of the partner
node-alarm-plan-arrived = Le partenaire a envoyé un plan de recherche pour { $subject }.
node-alarm-search-arrived = Le partenaire a envoyé une recherche restée sans résultat pour { $subject }.
node-incident-custody = { $party } : coordination de la recherche pour { $case }
node-incident-offer = { $party } : offre { $platform ->
        [helicopter] d’un hélicoptère
        [fixed_wing] d’un avion
       *[boat] d’un navire
    } pour { $case }
node-incident-request = { $party } : demande { $platform ->
        [helicopter] d’un hélicoptère
        [fixed_wing] d’un avion
       *[boat] d’un navire
    } pour { $case }
node-resource-tabled = Proposé, encore signé par personne
node-resource-offered = Signé par l’un, en attente de l’autre
node-resource-accepted = Convenu par les deux : le moyen est prêté
node-resource-declined = Refusé
node-resource-withdrawn = Retiré
node-resource-lapsed = N’est plus ouvert : le délai est passé
case-line-custody_proposed = Proposition : { $party } coordonne la recherche
case-line-custody_agreed = Convenu par les deux : { $party } coordonne la recherche
case-line-custody_failed = Une proposition sur la coordination n’a pas été convenue
case-line-unit_offered = { $party } offre un moyen : { $platform ->
        [helicopter] hélicoptère
        [fixed_wing] avion
       *[boat] navire
    }
case-line-unit_requested = { $party } demande un moyen : { $platform ->
        [helicopter] hélicoptère
        [fixed_wing] avion
       *[boat] navire
    }
case-line-unit_lent = Convenu par les deux : le moyen { $number } de { $party } est prêté
case-line-unit_declined = Le moyen { $number } de { $party } a été refusé
case-line-unit_withdrawn = { $party } a retiré le moyen { $number }
case-line-unit_lapsed = Moyen { $number } de { $party } : le délai pour convenir est passé
agreement-clause_bears_no_rescue =
    .what = Rien sur un incident ne peut être signé au titre de l’article { $article }.
    .why = il ne traite pas de recherche et de sauvetage, ou n’est pas mis en œuvre
    .remedy = citez un article de recherche et de sauvetage qu’une décision des deux a mis en œuvre
agreement-incident_text_does_not_fit =
    .what = Le texte sur l’incident se contredit ou contredit son accord : { $part }.
    .why = ses parties, ses numéros et ses instants doivent s’accorder, et un exemple reste un exemple
    .remedy = corrigez-le ; la forme est décrite dans docs/reference/incident-acts.md
node-search_has_too_many_points =
    .what = La recherche compte { $count } points.
    .why = celle qui part peut en compter { $most } : son lecteur compte chaque tronçon sur tout le nuage
    .remedy = rapportez des traces moins denses, par exemple un point toutes les dix secondes
node-no_such_search =
    .what = { $case } n’a pas de recherche { $number } de notre centre qui compte.
    .why = personne ici ne l’a rapportée, ou elle a été retirée
    .remedy = regardez les recherches du cas
node-no_such_plan =
    .what = { $case } n’a pas de plan { $letter }.
    .why = il n’a pas encore été fait, ou il a été abandonné
    .remedy = demandez d’abord un plan
node-no_such_kind =
    .what = Un cas ne permet pas de communiquer des éléments du type { $kind }.
    .why = un cas donne ceux-ci : { $known }
    .remedy = choisissez l’un d’eux
node-incident_not_shared =
    .what = Rien ne peut être signé sur l’incident { $incident }.
    .why = aucun de ses cas n’est connu des deux centres
    .remedy = envoyez le cas au partenaire, ou attendez que le sien soit arrivé
node-co_ordinates_already =
    .what = { $party } coordonne déjà { $incident }.
    .why = le centre qui a ouvert un incident le coordonne jusqu’à ce que les deux signent que l’autre le fait
    .remedy = regardez de nouveau l’incident
node-offer_is_over =
    .what = Cela ne peut plus être convenu : c’était ouvert jusqu’au { $until }.
    .why = le moyen n’est pas disponible plus longtemps
    .remedy = offrez-le de nouveau, ou demandez de nouveau, avec des heures plus tardives
node-incident_text_misplaced =
    .what = Ce texte ne peut pas être signé sous { $series }.
    .why = il nomme un autre incident, ou n’est pas le suivant de sa sorte
    .remedy = laissez Comity le proposer depuis la page de l’incident
node-offer_closed =
    .what = Plus rien ne peut être signé sous { $series }.
    .why = l’offre ou la demande a été convenue, refusée ou retirée
    .remedy = faites-en une nouvelle : elle reçoit son propre numéro
node-no_rescue_clause_at_work =
    .what = Rien n’a été signé : aucun article de recherche et de sauvetage n’est mis en œuvre.
    .why = selon l’article { $article }, rien n’est échangé sans un article qu’une décision des deux a mis en œuvre
    .remedy = faites signer par les deux la décision qui met l’article en œuvre, puis réessayez
node-proposal_waits_for_us =
    .what = Le partenaire a proposé qui coordonne { $incident } : signez ou refusez d’abord sa proposition.
    .why = une autre proposition de notre part à côté ferait échouer les deux
    .remedy = répondez-y sous « En attente de notre signature »
node-no_such_offer =
    .what = Il n’y a pas d’offre ni de demande { $number } de notre part pour { $incident }.
    .why = seule la partie qui l’a faite peut la retirer
    .remedy = regardez les offres et les demandes de l’incident
node-offer_decided =
    .what = { $number } ne peut plus être retiré.
    .why = les deux en ont convenu, ou c’est refusé ou passé
    .remedy = convenez avec le partenaire d’une nouvelle offre ou demande
node-search_came_coarse =
    .what = La recherche du partenaire ne peut pas être comptée.
    .why = ses positions ou ses instants ont été arrondis par la règle sous laquelle elle est partie
    .remedy = convenez d’une règle qui laisse partir les recherches exactes tant qu’une vie est en danger
node-search_not_over =
    .what = La recherche du partenaire n’est pas finie avant { $ends }.
    .why = ce qui n’a pas encore été cherché n’a rien trouvé et ne montre rien
    .remedy = il n’y a rien à faire : elle compte à partir de là
node-search_outside_our_drift =
    .what = La recherche du partenaire dure de { $first } à { $last }, et notre dérive de { $begins } à { $ends }.
    .why = où se trouve l’objet à d’autres moments n’a pas été calculé ici
    .remedy = faites durer la dérive du cas pendant la recherche ; elle compte dès que c’est fait
node-too_many_searches_received =
    .what = La recherche du partenaire n’est pas comptée : { $most } autres le sont.
    .why = chaque recherche est comptée sur tout le nuage, et un si grand nombre venu d’un seul partenaire ne peut être celui d’un seul cas
    .remedy = convenez avec le partenaire de celles à retirer ; la suivante compte dès qu’une autre n’est plus là
node-search_gone =
    .what = La recherche du partenaire ne compte plus.
    .why = le partenaire l’a retirée ou remplacée, ou sa durée de conservation est passée
    .remedy = il n’y a rien à faire : les cartes sont faites sans elle
node-search_unreadable =
    .what = La recherche du partenaire ne peut pas être comptée.
    .why = sa colonne { $column } manque, a une autre forme ou en contredit une autre
    .remedy = demandez au partenaire de la communiquer de nouveau ; ce qui a été cherché peut être saisi à la main en attendant
node-partner_plan_unreadable =
    .what = Le plan du partenaire ne peut pas être montré.
    .why = sa colonne { $column } manque, a une autre forme ou en contredit une autre
    .remedy = demandez au partenaire de le communiquer de nouveau, et convenez de vive voix de qui cherche où en attendant
node-co_ordination_by_both =
    .what = La coordination de { $case } n’a pas été changée.
    .why = le centre qui a ouvert un cas le coordonne jusqu’à ce que les deux parties signent que l’autre le fait
    .remedy = envoyez le cas au partenaire, puis proposez la passation ; elle compte une fois signée par les deux
### end of two centres

### Des parcours trop serrés pour être volés
rescue-spacing_too_close =
    .what = La zone de recherche mesure { $length_m } m sur { $width_m } m, et ses parcours sont espacés de { $spacing_m } m.
    .why = cela fait plus de { $most } branches, que personne ne parcourt
    .remedy = choisissez un espacement plus large, ou une zone plus petite
### fin des parcours

### Près d’un pôle
rescue-too_near_pole =
    .what = L’objet peut dériver jusqu’à { $latitude } degrés de latitude.
    .why = les longitudes se rejoignent à un pôle, et la dérive se calcule jusqu’à { $farthest } degrés
    .remedy = arrêtez le calcul plus tôt, ou travaillez sur une carte polaire
### fin des pôles

### Maritime: navires simulés
maritime-simulate-sailing = Les navires font route
maritime-simulate-sending = Envoi des phrases
maritime-simulate-example = EXEMPLE : ces navires sont inventés.
maritime-simulated = Navires : { $ships }, du { $first } au { $last } ; positions : { $positions } ; détections par satellite : { $detections } ; événements dans la vérité : { $events }.
maritime-simulate-listening = Qui se connecte à { $address } les entend ; Ctrl-C y met fin.
maritime-exported = { $form } : { $files } { $files ->
    [one] fichier
   *[other] fichiers
 } de { $bytes } octets en tout, dans { $out }.
files-events_not_positions =
    .what = Des événements ne s’écrivent pas dans cette forme.
    .why = elle dit où étaient les navires, ce qu’un fichier d’événements ne dit pas
    .remedy = nommez un fichier de positions, ou choisissez cise, geoparquet ou csv
### fin des navires simulés

### Maritime: sentences decoded
maritime-decode-reading = Lecture des journaux
maritime-decoded = Lignes lues : { $lines } ; messages : { $given }. Lignes écrites : positions { $positions }, identités des navires { $statics }, autres messages { $messages }.
maritime-decoded-type = Type { $type } : { $count }.
maritime-decoded-rejected = Lignes rejetées : { $count }.
maritime-decoded-reason = Rejetées, { $reason ->
        [line-too-long] plus longues que 1 024 octets
        [not-nmea] ni phrase ni commentaire
        [tag-block] un bloc d’étiquettes qui ne finit pas
        [checksum-missing] sans somme de contrôle
        [checksum] somme de contrôle fausse
        [fields] des champs qui ne font pas une phrase AIS
        [part-numbers] numéros de parties impossibles
        [fill-bits] plus de 5 bits de remplissage
        [payload-characters] des caractères étrangers au contenu
        [payload-empty] contenu vide
        [payload-too-long] contenu de plus de 200 caractères
        [type-unknown] type inexistant
        [too-short] moins de bits que n’en a le type
        [part-of-24] partie inexistante du type 24
        [part-lost] les autres parties du message ne sont pas venues
       *[time-line] ligne d’heure ($PGHP) sans heure lisible
    } : { $count }.
maritime-decoded-skipped = Hors AIS, { $what ->
        [blank] lignes vides
        [comment] commentaires
        [instrument] phrases d’autres instruments
        [time-line] lignes d’heure ($PGHP)
        [tag-only] blocs d’étiquettes sans phrase
       *[tag-checksum] blocs d’étiquettes à somme fausse : ni leur heure ni leur station ne sont crues
    } : { $count }.
maritime-decoded-without-time = Positions sans aucune heure : { $count }. Ni leur ligne ni --received n’en donne ; elles portent le 1970-01-01.
maritime-decoded-written = Les positions sont dans { $file }.
files-no_such_log =
    .what = { $name } n’est pas un fichier de phrases AIS.
    .why = aucun fichier ne porte ce nom ni ne répond à ce motif
    .remedy = nommez des fichiers, un motif avec *, ou - pour l’entrée standard
files-log_unreadable =
    .what = { $name } ne peut pas être lu jusqu’au bout.
    .why = { $reason }
    .remedy = procurez-vous le fichier à nouveau, ou décompressez ce qui peut l’être et décodez cela
### end of sentences decoded

### Maritime: positions in and the store
maritime-import-reading = Lecture des fichiers
maritime-import-storing = Tri par navire et par heure, mise en archive
maritime-import-file = { $file } ({ $mapping }) : lignes { $rows }, positions { $positions }, détections { $detections }, écartées { $rejected }.
maritime-import-reason = Écartées, { $reason ->
        [no-mmsi] sans numéro de navire (MMSI)
        [bad-mmsi] dont le numéro n’est pas un MMSI
        [no-time] sans heure
        [absurd-time] dont l’heure précède 1998 ou devance de plusieurs jours
        [no-position] sans position (91° ou 181°)
        [off-earth] dont la latitude ou la longitude sort de la Terre
        [other-message] messages d’autres sortes
       *[not-valid] non valides selon l’émetteur lui-même
    } : { $count }.
maritime-import-stored = Archive { $folder } : positions nouvelles { $added }, jours { $days } ; rapports d’un instant déjà connu { $duplicates }.
maritime-import-before-retention = Lignes plus anciennes que les jours conservés, laissées de côté : { $count }.
maritime-import-rejects = Les lignes écartées se trouvent dans { $file }.
files-bad_mapping =
    .what = { $mapping } n’est pas une correspondance pour un fichier de positions.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = corrigez-la comme le dit docs/reference/position-mapping.md
files-column_not_found =
    .what = Le fichier n’a pas de colonne pour { $key }.
    .why = la correspondance { $mapping } cherche { $wanted }, et l’en-tête contient { $header }
    .remedy = choisissez une autre correspondance avec --as, ou écrivez-en une qui nomme la colonne
files-column_twice =
    .what = Deux colonnes du fichier se nomment { $column }.
    .why = les colonnes { $first } et { $second } portent le même nom, et { $key } pourrait être l’une ou l’autre
    .remedy = renommez ou retirez l’une d’elles, puis relisez le fichier
files-no_table =
    .what = { $file } ne peut être lu comme un tableau.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = vérifiez que le fichier est entier et de la sorte nommée avec --as
files-bad_value =
    .what = { $file } contient une valeur qui n’est pas de sa colonne.
    .why = ligne { $line }, colonne { $column } : { $value }
    .remedy = corrigez la ligne ou la correspondance et relisez le fichier ; rien du fichier n’a été repris
files-bad_line =
    .what = { $file } contient une ligne qui n’est pas de sa sorte.
    .why = ligne { $line } : { $reason }
    .remedy = corrigez ou retirez la ligne et relisez le fichier ; rien du fichier n’a été repris
files-not_of_positions =
    .what = La correspondance { $mapping } décrit des détections, non des positions.
    .why = les détections des satellites ne portent pas de numéro de navire
    .remedy = lisez { $file } comme des détections, ou nommez une correspondance de positions
files-not_of_detections =
    .what = La correspondance { $mapping } décrit des positions, non des détections.
    .why = { $file } devait être lu comme ce que des satellites ont vu
    .remedy = nommez viirs, sar ou une correspondance de détections de votre main
files-mapping_not_found =
    .what = Aucun éditeur connu n’écrit un en-tête comme celui de { $file }.
    .why = l’en-tête contient { $header }
    .remedy = écrivez une correspondance comme le montre docs/how-to/import-positions.md et nommez-la avec --as
files-store_full =
    .what = Il n’y a plus de place sur le disque pour { $name }.
    .why = le système répond : { $reason }
    .remedy = libérez de la place et remettez les mêmes lignes ; rien n’a été pris à moitié
files-store_refused =
    .what = Le disque refuse { $name } de l’archive des positions.
    .why = le système répond : { $reason }
    .remedy = vérifiez que le dossier existe, que vous pouvez y écrire, et l’état du disque
files-store_not_durable =
    .what = Le disque n’a pas conservé { $name }.
    .why = le système a répondu { $reason } quand il lui fut demandé de rendre le fichier durable
    .remedy = arrêtez, contrôlez le disque et rouvrez l’archive ; ce qui fut confirmé auparavant s’y trouve
files-store_damaged =
    .what = L’archive des positions est endommagée : { $name }.
    .why = ses fichiers ne sont pas ce qui fut écrit : { $reason }
    .remedy = restaurez le dossier depuis une sauvegarde ; le contrôle n’y a rien changé
files-no_store =
    .what = { $folder } ne contient pas d’archive de positions.
    .why = il n’y a pas de { $name } dedans
    .remedy = nommez le dossier que comity maritime import a écrit, ou importez-y d’abord
files-store_in_use =
    .what = L’archive des positions { $folder } est déjà ouverte.
    .why = un autre processus (numéro { $process }) y écrit, et deux écrivains se contrediraient
    .remedy = attendez qu’il ait fini, ou arrêtez-le ; la lecture ne demande aucun verrou
files-bad_retention =
    .what = { $days } jours ne peuvent être conservés.
    .why = la règle de conservation compte des jours entiers, aujourd’hui compris
    .remedy = indiquez un jour ou plus
files-bad_box =
    .what = { $box } n’est pas un rectangle.
    .why = l’ouest et l’est vont de -180 à 180 degrés, le sud et le nord de -90 à 90, le sud sous le nord
    .remedy = écrivez ouest, sud, est, nord ; un rectangle sur l’antiméridien a son ouest à l’est de son est
files-bad_limit =
    .what = Une réponse de { $limit } lignes ne peut être demandée.
    .why = une limite compte des lignes à partir d’une
    .remedy = demandez une ligne ou plus
### end of positions in and the store

### Maritime: ce qui est communiqué
maritime-bad_salt =
    .what = Un sel de { $bytes } octets a été donné.
    .why = un pseudonyme en demande 32, sinon on devinerait un MMSI à partir de lui
    .remedy = tirez 32 octets au hasard pour chaque partenaire et chaque période
maritime-delta_unreadable =
    .what = Un envoi abrégé de positions ne se lit pas.
    .why = { $part } ne s’accordent pas avec ce qu’il dit de lui-même
    .remedy = redemandez-le ; ce qui a été lu avant reste valable
node-no_such_picture =
    .what = { $item } ne se communique pas par période.
    .why = le font : { $known }
    .remedy = nommez l’un d’eux
node-not_released_in_bulk =
    .what = La règle { $rule } laisse partir chaque élément seul.
    .why = elle demande pour chacun l’approbation d’un bureau
    .remedy = communiquez-les un par un
node-period_too_full =
    .what = { $count } éléments sont trop pour une seule communication.
    .why = elle en porte au plus { $most }
    .remedy = communiquez une période plus courte
### fin de ce qui est communiqué
### Maritime: the live picture, receivers and distress
node-alarm-distress-heard = Détresse : une balise appelle au secours, { $subject }.
node-alarm-distress-doubtful = { $subject } signale une détresse sans être une balise, ou sans dire s’il s’agit d’un essai.
node-alarm-feed-silent = Le récepteur { $subject } n’est pas entendu.
maritime-distress = { $state ->
        [active] Détresse
        [test] Essai
       *[doubtful] Douteux
    } : { $device ->
        [sart] AIS-SART
        [mob] homme à la mer
        [epirb] EPIRB-AIS
       *[ship] navire
    } { $mmsi }.
maritime-doubt = { $doubt ->
        [status_active_text_test] Son état dit « active », son texte dit « essai » : elle compte comme réelle tant qu’un bureau n’a pas établi le contraire.
        [status_test_text_active] Son état dit « essai », son texte dit « active » : elle compte comme réelle tant qu’un bureau n’a pas établi le contraire.
        [not_a_device] Ce numéro est celui d’un navire qui émet l’état d’une balise de détresse : appelez-le.
       *[status_not_told] Elle ne se dit ni active ni en essai : demandez à son propriétaire.
    }
cli-listen-heard = { $name } : messages { $messages }, navires { $vessels }, lignes refusées { $rejected }, délestées { $shed }
cli-listen-stored = Conservé dans { $folder } : lignes { $rows }.
cli-listen-given = Remis au nœud { $folder } : lignes { $lines }.
node-bad_feed_address =
    .what = { $address } n’est pas l’adresse d’un récepteur.
    .why = ce n’est ni tcp://HOST:PORT, ni tcp-listen://HOST:PORT, ni udp://HOST:PORT, ni serial:DEVICE, ni file:PATH, ni -
    .remedy = écrivez-la sous l’une de ces formes ; voyez docs/how-to/connect-a-receiver.md
node-no_serial =
    .what = Un récepteur sur une ligne série ne peut pas être lu ici.
    .why = la bibliothèque pyserial n’est pas installée
    .remedy = installez Comity avec son complément : pip install comity[serial]
node-feed_ended =
    .what = Le récepteur { $address } a fermé sa ligne.
    .why = il a mis fin à la connexion
    .remedy = rien n’est à faire s’il revient de lui-même ; sinon, examinez le récepteur
node-feed_broken =
    .what = Le récepteur { $address } n’est pas entendu.
    .why = le système d’exploitation a répondu : { $reason }
    .remedy = vérifiez le récepteur, son adresse et la ligne ; il est réessayé de lui-même
node-nobody_listens =
    .what = Il n’y a pas ici d’image des navires.
    .why = aucun récepteur n’est indiqué à ce nœud, ou le processus qui écoute vient de commencer
    .remedy = nommez un récepteur sous maritime.feeds dans node.toml, ou regardez de nouveau dans un instant
node-bad_polygon =
    .what = La zone n’est pas un polygone.
    .why = ses côtés se croisent, ou sa surface est nulle
    .remedy = donnez ses sommets dans l’ordre, tout autour
node-no_such_vessel =
    .what = L’image ne contient pas de navire { $mmsi }.
    .why = rien n’en a été entendu depuis aussi longtemps que les navires y sont gardés
    .remedy = vérifiez son MMSI, ou demandez sa trace
api-bad_area =
    .what = La partie { $name } de la question est fausse.
    .why = bbox s’écrit west,south,east,north en degrés sur la Terre, polygon a de 3 à { $most } sommets, un corps au plus 1 MiB
    .remedy = écrivez-la ainsi, et redemandez
### end of the live picture, receivers and distress

### Maritime: events

maritime-events-reading = Lecture des positions
maritime-events-finding = Recherche des événements
maritime-events-done = { $count } événements dans { $rows } positions jusqu’au { $until }, selon le jeu de règles { $rules }.
maritime-events-kind = { $kind } : { $count }, dont { $open } en cours
maritime-events-anchorages-found = Aucun mouillage n’a été donné : { $count } ont été trouvés là où des navires sont restés immobiles près d’une côte.
maritime-events-file = Ils sont dans { $file }.
maritime-kind-gap = Silence
maritime-kind-disabling = Silence là où les navires sont bien entendus
maritime-kind-loitering = Navire qui traîne au large
maritime-kind-loitering-in-company = Navire qui traîne près d’un autre
maritime-kind-encounter = Deux navires qui se retrouvent
maritime-kind-rendezvous = Deux navires côte à côte
maritime-kind-port-visit = Escale
maritime-kind-voyage = Traversée de port à port
maritime-kind-zone-entry = Arrivée dans une zone
maritime-kind-zone-exit = Sortie d’une zone
maritime-kind-zone-stay = Séjour dans une zone
maritime-kind-speed-range = Vitesse dans un intervalle
maritime-kind-identity-clash = Deux navires sous un même numéro
maritime-kind-identity-change = Navire qui continue sous un autre numéro
maritime-kind-jump = Saut de position
maritime-kind-circle = Positions sur un cercle
maritime-kind-on-land = Positions à terre
maritime-kind-out-of-range = Positions hors de portée du récepteur
maritime-kind-coherence = Plusieurs navires déplacés ensemble
maritime-kind-too-clean = Positions trop régulières pour être mesurées
maritime-kind-detection-without-ais = Vu de l’espace, sans AIS
maritime-kind-ais-without-detection = AIS, non vu de l’espace
maritime-rule_set_keys =
    .what = Le jeu de règles { $name } ne convient pas au détecteur { $detector }.
    .why = il doit nommer { $wanted }, et il nomme { $named }
    .remedy = nommez chaque seuil du détecteur, et aucun autre
maritime-no_rule_set =
    .what = Il n’y a pas de jeu de règles { $name }.
    .why = les jeux livrés sont { $known }
    .remedy = choisissez l’un d’eux, ou donnez un fichier de la forme comity/rule-set/1
maritime-bad_rule_set =
    .what = Le fichier n’est pas un jeu de règles.
    .why = { $place } manque, ou n’est pas une valeur avec sa source
    .remedy = écrivez schema (comity/rule-set/1), name et rules : détecteur, seuil, puis value et source
maritime-no_kind =
    .what = Aucun événement du genre { $kind } ne peut être trouvé avec le jeu de règles { $rules }.
    .why = il trouve { $known }
    .remedy = nommez d’autres genres, ou un autre jeu de règles
files-no_positions =
    .what = { $name } ne contient aucune position.
    .why = aucune ligne n’y dit où était un navire
    .remedy = nommez un fichier ou un dossier qui contient des positions
files-no_anchorages =
    .what = { $file } n’est pas une liste de mouillages.
    .why = sa première ligne nomme { $found }, et ni latitude ni longitude
    .remedy = nommez des colonnes lat, lon et label, ou celles de Global Fishing Watch
files-bad_anchorage =
    .what = { $file } nomme un mouillage qui n’est nulle part.
    .why = la ligne { $line } dit { $lat } et { $lon }
    .remedy = écrivez des degrés décimaux, positifs au nord et à l’est
files-bad_scene =
    .what = { $file } contient une image qui n’est pas décrite.
    .why = le polygone { $number } ne nomme ni scène ni heure, ou l’un des deux seulement
    .remedy = donnez à chaque polygone les propriétés scene, time et sensor
files-no_spark =
    .what = Spark n’est pas installé ici.
    .why = ce Python n’a pas de paquet pyspark, qui ne fait pas partie de Comity
    .remedy = créez l’environnement avec tools/set-up-spark, et lancez .venv-spark/bin/comity avec Java 17
files-no_zones =
    .what = { $file } ne contient pas de zones.
    .why = ce n’est pas un GeoJSON de polygones
    .remedy = enregistrez les zones comme polygones GeoJSON, en longitude et latitude

### Maritime: checks

maritime-verdict = douteux
maritime-checked = { $rows } positions sur { $tracks } routes.
maritime-counted = { $count } × { $what }
maritime-verdict-on = { $what } : { $verdict }
maritime-nothing-doubtful = Rien de douteux n’a été trouvé.
maritime-check-values = Valeurs et forme du MMSI
maritime-check-jump = Sauts de la position
maritime-check-clash = Deux navires sous un même MMSI
maritime-check-identity = Changement de MMSI en route
maritime-check-statics = Ce que le navire dit de lui-même
maritime-check-range = Portée du récepteur
maritime-check-land = Positions à terre
maritime-check-circle = Cercles
maritime-check-coherence = Plusieurs navires à la fois
maritime-check-too-clean = Routes sans aucun bruit
maritime-check-clock = Horloges
maritime-check-unseen = Messages et détections par satellite
maritime-reason-mmsi-form = Le MMSI n’a pas de forme valable ou ne porte les chiffres d’aucun pavillon.
maritime-reason-place-out-of-range = Positions hors du globe, ou absentes, à répétition.
maritime-reason-speed-out-of-range = Vitesses qu’aucun navire n’atteint, à répétition.
maritime-reason-course-out-of-range = Routes fond qui n’en sont pas, à répétition.
maritime-reason-jump = La position est soudain là où le navire n’a pas pu aller.
maritime-reason-jump-and-back = La position saute au loin puis revient.
maritime-reason-identity-clash = Deux navires sont entendus en même temps sous un même MMSI.
maritime-reason-identity-change = Une même route continue sous un autre MMSI.
maritime-reason-imo-shared = Un même numéro OMI est donné en même temps sous plusieurs MMSI.
maritime-reason-imo-moved = Un même numéro OMI est donné sous un MMSI, puis sous un autre.
maritime-reason-imo-changed = Le numéro OMI change sous un même MMSI.
maritime-reason-name-changed = Le nom change sous un même MMSI.
maritime-reason-callsign-changed = L’indicatif d’appel change sous un même MMSI.
maritime-reason-dimensions-changed = Les dimensions changent sous un même MMSI.
maritime-reason-out-of-range = La position est au-delà de ce que la station peut entendre.
maritime-reason-on-land = Les positions sont à terre.
maritime-reason-circle = Les positions tournent sans fin sur un même cercle.
maritime-reason-many-ships-jump = Plusieurs navires sautent en même temps d’une même zone vers un même lieu.
maritime-reason-too-clean = La route n’a rien du bruit que laissent les récepteurs et la mer.
maritime-reason-fix-clock = La seconde donnée par le navire s’écarte de l’horloge de qui l’a entendu.
maritime-reason-station-clock = L’horloge de la station s’écarte de celle des autres.
maritime-reason-fix-after-reception = Le point est postérieur à sa réception.
maritime-reason-fix-long-past = Le point précède sa réception de plus d’un jour.
maritime-reason-detection-without-report = Un satellite a vu un navire qu’aucun message ne signale.
maritime-reason-report-without-detection = Un message signale un navire que le satellite n’a pas vu.
maritime-noise-no-place = pas de position
maritime-noise-duplicate = donné deux fois
maritime-noise-stale = ancienne position répétée
maritime-noise-coarse = position grossière à longue portée
maritime-noise-spike = position isolée hors de la route
maritime-noise-stray = position qu’aucune route n’atteint
maritime-no_track_rules =
    .what = Cet ensemble de règles pour les routes n’existe pas.
    .why = { $rules } a été demandé, et il y a { $known }
    .remedy = en nommer un
maritime-no_check =
    .what = La vérification { $name } n’existe pas.
    .why = les vérifications sont { $known }
    .remedy = en nommer une
files-bad_stations =
    .what = { $file } n’est pas une table de récepteurs.
    .why = la lecture s’arrête sur : { $reason }
    .remedy = écrivez un CSV avec les colonnes { $columns }

### end of checks
