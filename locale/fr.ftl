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
## end of agreement

## ledger
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
