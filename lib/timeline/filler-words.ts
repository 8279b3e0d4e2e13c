/** Common words of which each, alone and after a space, is one token of the Qwen3 vocabulary. A test counts them. */

export const fillerWords: readonly string[] = `
about account after age air along always amount another anything area art at back bank bear because
before better big board book bottom break brown building buy can care catch chair character children
circle class clock cold come compare contain cook corner could country create dance data deep develop
different do door down dress dry each east edge eight empty engine even every except eye fact family
fast feel fight final fine fire five flow follow for foreign forward fresh from game get give gold green
group half hard have hear heavy her hill history hole horse house however ice image in interest is join
jump key king land last law learn left lesson level life like listen local look loud machine make map
matter mean member middle mind miss money more mother much name nature never nice nine north nothing now
of office oil once open orange our over page paper part pass pay perhaps person piece plan plant
position practice present price process product prove purpose put quiet rain range read reason record
remember result rich ring road roll rose run said sand scale science seat see self sense set share sheet
short sign silver sing six skin slow so some soon south special square start station still store story
strong such sun system talk tell than their then they think those three to too touch trade travel true
turn type until use value visit walk want wash way wear weight what when while why wild wind wish within
wood world write year yet
`
  .trim()
  .split(/\s+/);
