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
## end of demo
