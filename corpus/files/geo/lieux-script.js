/* export de la carte */
var lieux = [
  {"nom": "Mairie", "n": 1},
  {"nom": "Médiathèque", "n": 2},
];
