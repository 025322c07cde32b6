### Words of Comity. One catalogue for server and browser. Errors stand under their code, with the attributes what, why, remedy.

## ground
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
demo-row-memorandum = A memorandum of 22 January 2025 frames military cooperation in law
demo-row-talks = The two ministries of defence talk
demo-row-groups = Three joint working groups decide how it is carried out and what comes next
demo-row-maritime = Information on what sails is exchanged
demo-row-rescue = People lost at sea are searched for together
demo-row-sahel = The security of the Sahel is read together against terrorism
demo-row-satellites = Open broadcasts and satellites matter
demo-row-peoples = Knowing the groups, their accords and their disputes matters as much
demo-row-contracts = New equipment contracts may follow
demo-row-technology = Partnerships in defence technology may follow
demo-row-investment = Minerals and data centres are in view
demo-row-tourism = Tourism is to grow
demo-row-administrations = The agreement outlives administrations
demo-row-sky = Nothing limits what may be added
demo-row-undisclosed = Some details are not made public
demo-row-press = The public waits to see what comes of it
demo-row-history = It follows years of dialogue and weighs a geographic position
demo-row-context = A changing presence in Africa, and the page’s own furniture
demo-scene-1 = One memorandum, one hash, agreed by both
demo-scene-2 = A working group puts an article to work
demo-scene-3 = Ships: the partner’s view is coarser and later
demo-scene-4 = A rescue across both
demo-scene-5 = The Sahel picture, with a source for every statement
demo-scene-6 = A contract from request to reconciliation
demo-scene-7 = A technology partnership meets its export check
demo-scene-8 = Two data-centre offers compared, a minerals licence
demo-scene-9 = A tourism campaign with one indicator
demo-scene-10 = Every office and key of one side changes
demo-scene-11 = A new kind of initiative from one file
demo-scene-12 = One byte altered, and refused
demo-state-told = told
demo-state-not-yet = not yet
demo-state-context = context
demo-list-title = The article, line by line, and the scene that makes it real
demo-list-line = { $scenes } · { $point } · { $state }
## end of demo
