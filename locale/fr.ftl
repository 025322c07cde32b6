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
