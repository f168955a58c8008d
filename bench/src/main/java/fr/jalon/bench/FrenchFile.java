package fr.jalon.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A short table as a town hall writes it: people, streets, subsidies, deliberations. Made from a
 * seed, between some 100 bytes and 2 KB, with at least one character beyond ASCII.
 */
final class FrenchFile {
  private static final int MOST = 1700;

  static final List<String> FIRST_NAMES =
      words(
          "Hélène Gérard Françoise André Jérôme Éric Anaïs Joël Zoé Chloé Loïc Benoît Noël Raphaël"
              + " Cécile Frédéric Stéphane Irène Agnès Eugénie Léa Théo Mickaël Gaëlle Éloïse Aurélie"
              + " Jean-François Marie-Thérèse René Désiré Rémi Solène Maëlys Inès Célia Geneviève"
              + " Marie Paul Luc Claire Jeanne Nathalie Michel Bernard Patrick Sylvie Isabelle Alain"
              + " Christophe Laurent Sophie Julie Thomas Nicolas Martine Monique Jacques Pierre");

  static final List<String> LAST_NAMES =
      words(
          "Lefèvre Désert Besançon Prévost Gaillard Guérin Bénard Chrétien Boué Méry Hervé Barré"
              + " Le_Goûic Châtelain Lemaître Août Noël Cœuret Lebœuf Müller Ménard Crépin Pâris Bézu"
              + " Martin Bernard Dubois Moreau Petit Laurent Simon Michel Garcia Roux Fournier Girard"
              + " Bonnet Dupont Lambert Fontaine Rousseau Vincent Morin Blanchard Guyot Renard d'Arc"
              + " L'Hermitte Poulain Marchand Carpentier Berthelot Saulnier Tessier Riviere Pasquier");

  static final List<String> WAYS =
      List.of(
          "rue de l'Église",
          "rue du Général-de-Gaulle",
          "place de la République",
          "allée des Érables",
          "impasse du Château",
          "chemin de la Forêt",
          "avenue du Maréchal Foch",
          "rue des Écoles",
          "boulevard Béranger",
          "rue Émile Zola",
          "quai de la Loire",
          "route d'Orléans",
          "rue du Bœuf-Saint-Paterne",
          "rue du 8 mai 1945",
          "venelle du Puits",
          "chemin rural n° 12",
          "rue Jean Jaurès",
          "rue Victor Hugo",
          "place du Marché",
          "sente aux Chênes",
          "rue de la Gare",
          "avenue Pierre Mendès France",
          "lieu-dit La Métairie",
          "Le Bourg",
          "rue du Faubourg Bannier",
          "mail François Mitterrand");

  static final List<String> TOWNS =
      List.of(
          "Orléans",
          "Saint-Jean-de-Braye",
          "Olivet",
          "La Ferté-Saint-Aubin",
          "Châteauneuf-sur-Loire",
          "Fleury-les-Aubrais",
          "Meung-sur-Loire",
          "Beaugency",
          "Jargeau",
          "Ingré",
          "Saran",
          "Cléry-Saint-André",
          "Vendôme",
          "Romorantin-Lanthenay",
          "Blois",
          "Tours",
          "Saint-Cyr-en-Val",
          "Pithiviers",
          "Sully-sur-Loire",
          "Bonnée",
          "Ouzouer-sur-Trézée",
          "Châtillon-Coligny",
          "Gien",
          "Fay-aux-Loges",
          "Nogent-le-Rotrou",
          "Dreux",
          "Épernon",
          "Châteaudun",
          "Bourges",
          "Vierzon");

  static final List<String> SUBJECTS =
      List.of(
          "Réfection de la toiture de l'école",
          "Fête de la musique",
          "Achat de matériel pédagogique",
          "Subvention de fonctionnement",
          "Création d'une aire de jeux",
          "Entretien des espaces verts",
          "Voyage scolaire à la mer",
          "Rénovation thermique du gymnase",
          "Aménagement de la traversée du bourg",
          "Mise aux normes d'accessibilité",
          "Repas des aînés",
          "Approbation du compte administratif",
          "Vote du budget primitif",
          "Adhésion au groupement de commandes",
          "Convention avec l'Éducation nationale",
          "Tarifs de la cantine",
          "Dénomination de voies nouvelles",
          "Emprunt auprès de la Caisse d'Épargne",
          "Élagage des platanes",
          "Chœur et orchestre de l'été",
          "Main-d'œuvre et fournitures",
          "Curage des fossés",
          "Signalétique du cimetière",
          "Bibliothèque : désherbage des collections",
          "Maîtrise d'œuvre du pôle médical",
          "Garantie d'emprunt",
          "Forêt communale, coupe n° 4",
          "Accueil périscolaire",
          "Cession d'un véhicule",
          "Prêt à taux zéro");

  static final List<String> BODIES =
      List.of(
          "Comité des fêtes",
          "Amicale des sapeurs-pompiers",
          "Union sportive",
          "Les Amis de la bibliothèque",
          "Club du 3e âge",
          "Association des parents d'élèves",
          "Secours catholique",
          "École de musique",
          "La Boule Fertésienne",
          "Judo Club",
          "Société de pêche",
          "Foyer rural",
          "Théâtre de l'Éphémère",
          "Les Restos du Cœur",
          "ADMR",
          "Harmonie municipale",
          "Twirling Bâton",
          "Société d'histoire",
          "Croix-Rouge française",
          "Tennis de table");

  static final List<String> PLACES =
      List.of(
          "Salle des fêtes",
          "Gymnase",
          "École maternelle",
          "École élémentaire",
          "Médiathèque",
          "Crèche",
          "Stade",
          "Cimetière",
          "Mairie",
          "Maison de santé",
          "Église Saint-Étienne",
          "Déchèterie",
          "Piscine",
          "Boulodrome",
          "Atelier municipal",
          "Château d'eau",
          "Lavoir",
          "Aire d'accueil",
          "Marché couvert",
          "Pôle culturel");

  static final List<String> DUTIES =
      List.of(
          "maire",
          "1er adjoint",
          "2e adjointe déléguée aux écoles",
          "conseiller municipal",
          "conseillère municipale",
          "adjoint à la voirie",
          "conseiller délégué à l'eau",
          "adjointe à la jeunesse et à l'éducation",
          "Président",
          "Trésorière",
          "secrétaire");

  private static final List<String> MONTHS =
      words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");

  static final List<String> CONDITIONS =
      words("bon moyen dégradé neuf à_refaire très_bon fermé rénové");

  private final Random random;
  private final boolean curly;
  private final boolean capitals;
  private final String money;

  private FrenchFile(long seed) {
    random = new Random(seed);
    curly = random.nextInt(10) < 3;
    capitals = random.nextInt(10) < 2;
    money = List.of("", " €", "\u00a0€", " euros", "").get(random.nextInt(5));
  }

  /** The table of a seed, header first; its texts have no delimiter, quote or line end in them. */
  static List<List<String>> of(long seed) {
    for (long salt = 0; ; salt++) {
      List<List<String>> table = new FrenchFile(seed * 1_000_003 + salt).table();
      boolean beyond =
          table.stream().flatMap(List::stream).flatMapToInt(String::chars).anyMatch(c -> c > 127);
      if (beyond) {
        return table;
      }
    }
  }

  private List<List<String>> table() {
    int kind = random.nextInt(KINDS.size());
    List<List<String>> table = new ArrayList<>();
    table.add(KINDS.get(kind).stream().map(this::cased).toList());
    // short files are the hard ones, so they are many
    int rows = 1 + random.nextInt(1 + random.nextInt(24));
    int size = 100;
    for (int i = 0; i < rows && size < MOST; i++) {
      List<String> row = row(kind, i).stream().map(this::styled).toList();
      table.add(row);
      size += row.stream().mapToInt(cell -> cell.length() + 2).sum();
    }
    return table;
  }

  private static final List<List<String>> KINDS =
      List.of(
          List.of("nom de l'association", "adresse", "commune", "président"),
          List.of("bénéficiaire", "objet", "montant", "date de décision"),
          List.of("civilité", "prénom", "nom", "fonction"),
          List.of("équipement", "adresse", "surface en m²", "année"),
          List.of("prenom", "sexe", "nombre"),
          List.of("numéro", "date de séance", "objet", "résultat du vote"),
          List.of("voie", "longueur", "état", "observations"),
          List.of("intitulé", "montant HT", "durée", "titulaire"),
          List.of("id", "nom", "adresse", "ville"),
          List.of("Libellé", "Réalisé 2020", "Prévu 2021"));

  private List<String> row(int kind, int i) {
    return switch (kind) {
      case 0 -> List.of(pick(BODIES), address(), pick(TOWNS), person());
      case 1 -> List.of(pick(BODIES), pick(SUBJECTS), amount(), date());
      case 2 ->
          List.of(random.nextBoolean() ? "M." : "Mme", pick(FIRST_NAMES), last(), pick(DUTIES));
      case 3 -> List.of(pick(PLACES), address(), number(2000), number(60, 1960));
      case 4 -> List.of(pick(FIRST_NAMES), random.nextBoolean() ? "F" : "M", number(60));
      case 5 ->
          List.of(
              "2021-" + (i + 1),
              date(),
              pick(SUBJECTS),
              random.nextInt(4) == 0 ? "ajourné" : "adopté à l'unanimité");
      case 6 -> List.of(pick(WAYS), number(900) + " m", pick(CONDITIONS), remark());
      case 7 -> List.of(pick(SUBJECTS), amount(), number(36) + " mois", last());
      case 8 -> List.of(Integer.toString(i + 1), pick(PLACES), address(), pick(TOWNS));
      default -> List.of(pick(SUBJECTS), amount(), amount());
    };
  }

  private String person() {
    return pick(FIRST_NAMES) + " " + last();
  }

  private String last() {
    String name = pick(LAST_NAMES);
    return random.nextInt(3) == 0 ? name.toUpperCase(Locale.FRENCH) : name;
  }

  private String address() {
    return (1 + random.nextInt(120)) + (random.nextInt(9) == 0 ? " bis " : " ") + pick(WAYS);
  }

  private String amount() {
    String figures = String.format(Locale.ROOT, "%.2f", random.nextInt(3_000_000) / 100.0);
    return figures.replace('.', ',') + money;
  }

  private String date() {
    LocalDate day = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(365));
    return random.nextInt(3) == 0
        ? day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + " 2021"
        : day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
  }

  private String remark() {
    return switch (random.nextInt(6)) {
      case 0 -> "limitée à 30 km/h";
      case 1 -> "vitesse – voir arrêté n° " + random.nextInt(90);
      case 2 -> "dite «\u00a0" + pick(TOWNS) + "\u00a0»";
      case 3 -> "température < 5 °C";
      default -> "";
    };
  }

  private String number(int bound) {
    return number(bound, 1);
  }

  private String number(int bound, int from) {
    return Integer.toString(from + random.nextInt(bound));
  }

  private String cased(String name) {
    return styled(capitals || random.nextInt(40) == 0 ? name.toUpperCase(Locale.FRENCH) : name);
  }

  private String styled(String text) {
    return curly ? text.replace('\'', '’') : text;
  }

  private String pick(List<String> texts) {
    String text = texts.get(random.nextInt(texts.size())).replace('_', ' ');
    return capitals && random.nextInt(2) == 0 ? text.toUpperCase(Locale.FRENCH) : text;
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
