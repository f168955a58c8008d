package fr.jalon.bench;

import fr.jalon.bench.PersonalFile.Headers;
import fr.jalon.bench.PersonalFile.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables that speak of people and tables that only look so, as town halls have them, and
 * keeps what each column tells. The same seed writes the same files.
 */
final class PersonalFiles {
  private static final List<Integer> ROWS = List.of(5, 8, 12, 20, 35, 80, 150, 400, 2000);
  private static final List<String> DELIMITERS = List.of(";", ",", "\t", "|");

  private final Random random;
  private final Invented make;

  private PersonalFiles(Random random) {
    this.random = random;
    this.make = new Invented(random);
  }

  /** So many of both sorts. */
  static List<PersonalFile> of(long seed, int people, int lookAlikes) {
    Random random = new Random(seed);
    List<PersonalFile> files = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      files.add(new PersonalFiles(random).people(i));
    }
    for (int i = 0; i < lookAlikes; i++) {
      files.add(new PersonalFiles(random).lookAlike(i));
    }
    return files;
  }

  /** One row's person. */
  private record Person(String surname, String first, boolean woman, int born) {}

  /**
   * A column to be written.
   *
   * @param headers in the words of several offices
   */
  private record Made(
      @Nullable String category, List<String> headers, Function<Person, String> cell) {}

  private static final class Texts {
    private boolean tells;
  }

  private final Texts texts = new Texts();

  private Made made(@Nullable String category, String headers, Function<Person, String> cell) {
    return new Made(category, List.of(headers.split("\\|")), cell);
  }

  private Made plain(String headers, Supplier<String> cell) {
    return new Made(null, List.of(headers.split("\\|")), any -> cell.get());
  }

  // --- tables about people

  private PersonalFile people(int number) {
    double unknown = make.chance(0.3) ? 1 : make.chance(0.5) ? 0.6 : 0.5;
    boolean pupils = make.chance(0.2);
    List<Made> columns = new ArrayList<>();
    int names = make.between(0, 9);
    int form = make.between(0, 2);
    if (names <= 5) {
      Made surname =
          made(
              "surname",
              "Nom|NOM|nom_famille|Nom de famille|lastname|Nom d'usage|NOM AGENT",
              p -> written(p.surname(), form));
      Made first =
          made(
              "first-name",
              "Prénom|PRENOM|prenom|Prenoms|first_name|Prénom usuel",
              p -> form == 1 && names == 0 ? Invented.capitals(p.first()) : p.first());
      columns.addAll(names % 2 == 0 ? List.of(surname, first) : List.of(first, surname));
      if (make.chance(0.1)) {
        columns.remove(make.between(0, 1));
      }
    } else if (names <= 8) {
      int order = make.between(0, 4);
      columns.add(
          made(
              "full-name",
              "Nom et prénom|Nom Prénom|Agent|Bénéficiaire|Identité|full name|Élève|Demandeur|NOM_PRENOM",
              p -> full(p, order)));
    }
    List<Made> pool = new ArrayList<>(personal(pupils));
    Collections.shuffle(pool, random);
    columns.addAll(pool.subList(0, make.between(names == 9 ? 3 : 2, names == 9 ? 6 : 5)));
    if (names == 9) {
      columns.add(0, nir());
    }
    if (make.chance(0.3)) {
      columns.add(made("text", "Observations|Commentaire|Remarque|notes|obs", this::remark));
    }
    List<Made> neutral = new ArrayList<>(neutral());
    Collections.shuffle(neutral, random);
    columns.addAll(make.between(0, columns.size()), neutral.subList(0, make.between(0, 3)));
    return file("people-" + number, false, columns, unknown, pupils);
  }

  private String written(String name, int form) {
    return switch (form) {
      case 1 -> Invented.capitals(name);
      case 2 -> Invented.capitals(Invented.plain(name));
      default -> name;
    };
  }

  private String full(Person p, int order) {
    return switch (order) {
      case 0 -> Invented.capitals(p.surname()) + " " + p.first();
      case 1 -> p.first() + " " + p.surname();
      case 2 ->
          (p.woman() ? "Mme " : "M. ") + (make.chance(0.5) ? p.first() + " " : "") + p.surname();
      case 3 -> p.surname() + ", " + p.first();
      default -> Invented.plain(p.surname() + " " + p.first());
    };
  }

  private Made nir() {
    boolean keyed = make.chance(0.7);
    boolean right = make.chance(0.6);
    boolean spaced = make.chance(0.5);
    return made(
        "nir",
        "NIR|N° sécu|num_secu|Numéro de sécurité sociale|NSS",
        p -> make.nir(keyed, right, spaced));
  }

  private List<Made> personal(boolean pupils) {
    int date = make.between(0, 5);
    int phone = make.between(0, 7);
    int land = make.between(0, 5);
    int plate = make.between(0, 3);
    boolean spaced = make.chance(0.5);
    String mac = make.chance(0.5) ? ":" : "-";
    int matricule = make.between(0, 2);
    boolean numbered = make.chance(0.7);
    return List.of(
        made(
            "birth-date",
            "Date de naissance|date_naissance|DDN|né(e) le|Naissance|birth_date|DATE NAISS.",
            p -> make.date(p.born(), p.born(), date)),
        made("age", "Âge|age|AGE", p -> Integer.toString(2026 - p.born())),
        nir(),
        made("iban", "IBAN|iban|RIB|Coordonnées bancaires", p -> make.iban(spaced)),
        made(
            "mobile",
            "Portable|Mobile|tel_mobile|Téléphone|GSM|phone",
            p -> make.phone(true, phone)),
        made(
            "land-line",
            "Téléphone fixe|Tél. domicile|Tel|TELEPHONE",
            p -> make.phone(false, land)),
        made(
            "email",
            "Courriel|E-mail|mail|adresse mail|email",
            p -> make.mail(p.first(), p.surname())),
        made(
            "home-address",
            "Adresse|adresse postale|ADRESSE|Domicile|adr|address",
            p -> make.address(numbered)),
        made(
            "number-plate", "Immatriculation|plaque|Immat.|Véhicule|plate", p -> make.plate(plate)),
        made("ip-address", "Adresse IP|ip|IP|poste", p -> make.ip()),
        made("mac-address", "Adresse MAC|mac|MAC", p -> make.mac(mac)),
        made(
            "health",
            "Santé|Pathologie|Restriction médicale|Allergies|PAI|Handicap",
            p ->
                make.one(
                    List.of(
                        "asthme",
                        "diabète de type 1",
                        "allergie aux arachides",
                        "épilepsie",
                        "RQTH",
                        "lombalgie chronique",
                        "dépression",
                        "intolérance au gluten",
                        "hypertension",
                        "handicap moteur"))),
        made("opinion", "Religion|Syndicat|Appartenance syndicale|Confession", opinion()),
        made(
            "absence",
            "Motif|Motif d'absence|Type d'arrêt|Absence",
            p ->
                make.one(
                    List.of(
                        "congé maladie ordinaire",
                        "arrêt maladie",
                        "accident de travail",
                        "congé maternité",
                        "congé longue durée",
                        "maladie",
                        "CLM",
                        "CMO",
                        "mi-temps thérapeutique"))),
        made(
            "social",
            "Aide|Prestation|Situation sociale|Minima sociaux|Droits",
            p ->
                make.one(
                    List.of(
                        "RSA",
                        "AAH",
                        "APL",
                        "ASPA",
                        "allocataire CAF",
                        "demandeur d'emploi",
                        "RSA majoré",
                        "aide alimentaire"))),
        made(
            "identifier",
            "Matricule|N° agent|matricule_agent|INE|N° allocataire",
            p ->
                switch (pupils ? 2 : matricule) {
                  case 0 -> "A" + make.digits(6);
                  case 1 -> "2" + make.digits(6);
                  default -> make.digits(9) + make.one(List.of("AB", "KD", "HG", "JE", "FC", "BA"));
                }));
  }

  private Function<Person, String> opinion() {
    return make.chance(0.5)
        ? p ->
            make.one(
                List.of(
                    "catholique",
                    "musulman",
                    "protestante",
                    "juif",
                    "athée",
                    "bouddhiste",
                    "sans religion"))
        : p -> make.one(List.of("CGT", "CFDT", "FO", "UNSA", "FSU", "CFTC", "SUD"));
  }

  private List<Made> neutral() {
    int form = make.between(0, 4);
    return List.of(
        plain(
            "Montant|montant_ttc|Somme versée", () -> make.between(10, 900) + "," + make.digits(2)),
        plain(
            "Service|service|Direction",
            () ->
                make.one(
                    List.of(
                        "Urbanisme",
                        "Voirie",
                        "Espaces verts",
                        "État civil",
                        "Restauration scolaire",
                        "Police municipale"))),
        plain("Date de la demande|date_demande|Reçu le", () -> make.date(2023, 2025, form)),
        plain("Commune|Ville|commune", make::town),
        plain(
            "Code postal|CP|cp",
            () -> make.one(List.of("45000", "45160", "37000", "41000", "45400", "45750"))),
        plain("Catégorie|cat|Type", () -> make.one(List.of("A", "B", "C"))),
        plain(
            "Statut|Situation|etat",
            () -> make.one(List.of("Titulaire", "Contractuel", "Stagiaire", "En cours", "Clos"))),
        plain("Nombre d'heures|heures", () -> Integer.toString(make.between(2, 35))),
        plain("Classe|Niveau", () -> make.one(List.of("CP", "CE1", "CE2", "CM1", "CM2"))),
        plain(
            "Observations générales|Libellé|Objet",
            () ->
                make.one(
                    List.of(
                        "dossier complet",
                        "pièces à fournir",
                        "en attente de validation",
                        "transmis au service",
                        "rien à signaler"))));
  }

  /** Half of the texts tell of someone. */
  private String remark(Person p) {
    texts.tells = make.chance(0.5);
    String town = make.town();
    if (!texts.tells) {
      return make.one(
          List.of(
              "Nid-de-poule à reboucher devant la mairie de " + town,
              "Dossier transmis le " + make.date(2024, 2025, 0) + " au service urbanisme",
              "Appeler la mairie au " + make.phone(false, 0) + " avant toute intervention",
              "Lampadaire en panne rue Victor Hugo, à remplacer",
              "Réunion prévue à la salle Jean Moulin à 18 h",
              "Voir le règlement intérieur de l'école Jules Ferry",
              "Écrire à accueil@ville-"
                  + town.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")
                  + ".fr pour le badge",
              "Facture 2024-" + make.digits(5) + " réglée, reste 45 euros",
              "Travaux terminés, bon état général",
              "Monsieur le Maire a signé l'arrêté"));
    }
    String civil = p.woman() ? "Mme " : "M. ";
    return make.one(
        List.of(
            "Rappeler " + civil + p.surname() + " dès que possible",
            "Joindre au " + make.phone(true, make.between(0, 5)) + " après 18 h",
            civil + p.first() + " " + p.surname() + " ne souhaite plus recevoir le courrier",
            "Contact : "
                + p.first().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")
                + "."
                + Invented.plain(p.surname()).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")
                + "@gmail.com",
            "Numéro de sécu " + make.nir(true, true, make.chance(0.5)) + " à vérifier",
            "Habite au " + make.address(true) + ", deuxième étage",
            "En arrêt maladie depuis le mois dernier, remplacement à prévoir",
            "Virement sur " + make.iban(true) + " en attente",
            "Né le " + make.date(1950, 1999, 0) + ", dossier à revoir",
            "Demande de Madame " + Invented.capitals(p.surname()) + " à étudier en commission"));
  }

  // --- tables that only look so

  private PersonalFile lookAlike(int number) {
    List<List<Made>> tables = lookAlikes();
    List<Made> columns = tables.get(number % tables.size());
    return file("other-" + number, true, columns, 0.5, false);
  }

  private List<List<Made>> lookAlikes() {
    int plate = make.between(0, 1);
    return List.of(
        List.of(
            plain(
                "Voie|nom_voie|libelle",
                () -> make.one(List.of("rue ", "avenue ", "place ", "allée ")) + known()),
            plain("Longueur|longueur_m", () -> Integer.toString(make.between(30, 900))),
            plain("Commune|commune", make::town),
            plain("Date de création|date", () -> make.date(1950, 2020, 0))),
        List.of(
            plain(
                "École|Nom de l'école|etablissement",
                () ->
                    make.one(
                            List.of(
                                "École élémentaire ",
                                "École maternelle ",
                                "Collège ",
                                "Groupe scolaire "))
                        + known()),
            plain("Adresse|adresse", () -> make.address(true)),
            plain("Téléphone|tel", () -> make.phone(false, 0)),
            plain("Mail|courriel", () -> "ce.045" + make.digits(4) + "a@ac-orleans-tours.fr"),
            plain("Effectif|nb_eleves", () -> Integer.toString(make.between(40, 320)))),
        List.of(
            plain(
                "Association|Nom|nom_beneficiaire",
                () ->
                    make.one(
                            List.of(
                                "Amicale ",
                                "Les Amis de ",
                                "Club ",
                                "Association ",
                                "Comité ",
                                "Chorale "))
                        + known()),
            plain(
                "Objet|objet",
                () ->
                    make.one(
                        List.of(
                            "fonctionnement",
                            "tournoi annuel",
                            "fête du quartier",
                            "achat de matériel"))),
            plain("Montant|montant", () -> Integer.toString(make.between(100, 9000)))),
        List.of(
            plain(
                "Entreprise|Raison sociale|titulaire",
                () ->
                    make.one(
                            List.of(
                                "SARL ",
                                "Garage ",
                                "Ets ",
                                "Menuiserie ",
                                "Boulangerie ",
                                "Cabinet "))
                        + make.surname(0.5)
                        + make.one(List.of("", " et Fils", " Frères"))),
            plain(
                "Marché|objet_marche",
                () ->
                    make.one(
                        List.of(
                            "Réfection de la toiture",
                            "Fourniture de sel",
                            "Entretien des espaces verts"))),
            plain("Notifié le|date", () -> make.date(2019, 2025, 0)),
            plain("Montant HT|montant", () -> Integer.toString(make.between(1000, 90000)))),
        List.of(
            made(null, "Nom|nom_elu", p -> Invented.capitals(p.surname())),
            made(null, "Prénom|prenom_elu", Person::first),
            plain(
                "Mandat|fonction|qualite",
                () ->
                    make.one(
                        List.of(
                            "Maire",
                            "Adjoint au maire",
                            "Conseiller municipal",
                            "Conseillère municipale",
                            "1er adjoint",
                            "Conseillère communautaire"))),
            plain("Commune|commune", make::town)),
        List.of(
            plain(
                "Service|nom_service",
                () ->
                    make.one(
                        List.of(
                            "Accueil de la mairie",
                            "Service urbanisme",
                            "Médiathèque",
                            "Service technique",
                            "CCAS",
                            "Piscine"))),
            plain("Téléphone|standard", () -> make.phone(false, 0)),
            plain(
                "Courriel|mail",
                () ->
                    make.one(
                            List.of(
                                "accueil",
                                "contact",
                                "mairie",
                                "urbanisme",
                                "mediatheque",
                                "secretariat"))
                        + "@"
                        + make.one(
                            List.of(
                                "ville-olivet.fr", "checy.fr", "orange.fr", "mairie-blois.fr"))),
            plain("Horaires|horaires", () -> make.one(List.of("9h-12h", "8h30-17h", "14h-18h")))),
        List.of(
            plain(
                "Titre|titre",
                () ->
                    make.one(
                        List.of(
                            "Le Marteau de lumière",
                            "Histoire d'un vieux pont",
                            "Les Herbes du chemin",
                            "La Nuit des moissons",
                            "Un été sans fin",
                            "Petit guide des oiseaux",
                            "Les Murs de la ville",
                            "Le Retour du facteur"))),
            made(null, "Auteur|auteur", p -> p.first() + " " + p.surname()),
            plain("ISBN|isbn", () -> "978" + make.digits(10)),
            plain("Année|annee", () -> Integer.toString(make.between(1950, 2025)))),
        List.of(
            plain(
                "Espèce|espece|nom_latin",
                () ->
                    make.one(
                        List.of(
                            "Quercus robur",
                            "Acer platanoides",
                            "Tilia cordata",
                            "Platanus acerifolia",
                            "Ginkgo biloba",
                            "Prunus avium"))),
            plain(
                "Nom français|nom_commun",
                () ->
                    make.one(
                        List.of(
                            "Chêne pédonculé",
                            "Érable plane",
                            "Tilleul à petites feuilles",
                            "Platane commun",
                            "Ginkgo",
                            "Merisier"))),
            plain("Hauteur|hauteur", () -> Integer.toString(make.between(3, 30))),
            plain("Plantation|date_plantation", () -> make.date(1950, 2015, 0))),
        List.of(
            made(null, "Prénom|prenom|PRENOMS", Person::first),
            plain("Nombre|nb|nombre_occurrences", () -> Integer.toString(make.between(1, 60))),
            plain("Année|annee", () -> Integer.toString(make.between(2005, 2024))),
            plain("Sexe|sexe", () -> make.one(List.of("M", "F")))),
        List.of(
            plain(
                "Référence|ref_produit|Article",
                () -> "AB-" + make.digits(3) + make.one(List.of("-CD", "-CE"))),
            plain(
                "Désignation|designation",
                () ->
                    make.one(
                        List.of(
                            "Chaise pliante",
                            "Table ronde",
                            "Vidéoprojecteur",
                            "Barrière de ville"))),
            plain("Quantité|qte", () -> Integer.toString(make.between(1, 300)))),
        List.of(
            plain(
                "Logiciel|application",
                () ->
                    make.one(List.of("Messagerie", "Comptabilité", "Cartographie", "État civil"))),
            plain(
                "Version|version",
                () ->
                    make.between(1, 9)
                        + "."
                        + make.between(0, 12)
                        + "."
                        + make.between(0, 30)
                        + "."
                        + make.between(0, 9)),
            plain("Mise à jour|date_maj", () -> make.date(2021, 2025, 1))),
        List.of(
            plain("SIRET|siret", () -> siret()),
            plain(
                "Bénéficiaire|nom",
                () -> make.one(List.of("Association ", "Club ", "Union ")) + make.town()),
            plain("Montant|montant", () -> Integer.toString(make.between(100, 9000)))),
        List.of(
            plain(
                "Commune|nom_commune",
                () ->
                    make.one(
                        List.of(
                            "Orléans",
                            "Olivet",
                            "Chécy",
                            "Jargeau",
                            "Blois",
                            "Vendôme",
                            "Tours",
                            "Amboise",
                            "Beaugency",
                            "Saran",
                            "Ingré",
                            "Sandillon",
                            "Tigy",
                            "Donnery"))),
            plain(
                "Code INSEE|insee",
                () -> make.one(List.of("45234", "45232", "45089", "41018", "37261", "45028"))),
            plain("Population|population", () -> Integer.toString(make.between(300, 90000)))),
        List.of(
            plain("Permis|num_pc", () -> "PC 045 " + make.digits(3) + " 24 " + make.digits(5)),
            plain("Adresse du terrain|adresse", () -> make.address(true)),
            plain("Décision|date_decision", () -> make.date(2022, 2025, 0)),
            plain("Surface|surface", () -> Integer.toString(make.between(20, 400)))),
        List.of(
            plain(
                "Œuvre|oeuvre",
                () ->
                    make.one(
                        List.of(
                            "Buste en bronze",
                            "Fontaine des lions",
                            "Fresque du marché",
                            "Vitrail du chœur"))),
            made(null, "Artiste|sculpteur|auteur", p -> p.first() + " " + p.surname()),
            plain("Date|date_oeuvre", () -> make.date(1900, 1990, 0)),
            plain("Lieu|lieu", () -> "Place " + known())),
        List.of(
            plain("Code barres|ean", () -> "3" + make.digits(12)),
            plain(
                "Produit|libelle",
                () ->
                    make.one(
                        List.of(
                            "Lait demi-écrémé", "Pain complet", "Pommes bio", "Yaourt nature"))),
            plain("Prix|prix", () -> make.between(0, 9) + "," + make.digits(2))),
        List.of(
            plain(
                "Salle|nom_salle",
                () -> make.one(List.of("Salle ", "Espace ", "Gymnase ", "Stade ")) + known()),
            plain("Capacité|capacite", () -> Integer.toString(make.between(20, 900))),
            plain(
                "Contact|mail", () -> "reservation@" + make.one(List.of("olivet.fr", "checy.fr")))),
        List.of(
            plain("Ligne|ligne", () -> make.one(List.of("A", "B", "1", "2", "30"))),
            plain(
                "Arrêt|arret|nom_arret",
                () ->
                    make.one(
                        List.of(
                            "Gare centrale",
                            "Jean Jaurès",
                            "Victor Hugo",
                            "Mairie",
                            "Lycée Pothier",
                            "République",
                            "Pont royal",
                            "Halles",
                            "Cimetière",
                            "Zénith"))),
            plain("Heure|heure", () -> make.between(6, 22) + ":" + make.digits(1) + "5")));
  }

  private String known() {
    return make.one(
        List.of(
            "Victor Hugo",
            "Jean Jaurès",
            "Jules Ferry",
            "Marie Curie",
            "Jean Moulin",
            "Simone Veil",
            "Louis Pasteur",
            "Anatole France",
            "Charles Péguy",
            "Jeanne d'Arc",
            "Georges Sand",
            "Paul Éluard"));
  }

  private String siret() {
    while (true) {
      String siren = make.digits(9);
      String siret = siren + "000" + make.digits(2);
      if (luhn(siren) && luhn(siret) && !siren.startsWith("0")) {
        return siret;
      }
    }
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  // --- files

  private PersonalFile file(
      String name, boolean lookAlike, List<Made> columns, double unknown, boolean pupils) {
    Headers headers = make.one(List.of(Headers.values()));
    String delimiter = make.one(DELIMITERS);
    int rows = make.one(ROWS.subList(0, make.chance(0.05) ? ROWS.size() : ROWS.size() - 1));
    String blank = make.one(List.of("", "", "", "NC", "-"));
    double blanks = make.chance(0.5) ? 0 : 0.08;
    List<BitSet> tells = columns.stream().map(any -> new BitSet()).toList();
    List<String> titles = columns.stream().map(column -> make.one(column.headers())).toList();
    StringBuilder text = new StringBuilder();
    if (headers != Headers.ABSENT) {
      List<String> shown = new ArrayList<>();
      int base = make.between(1, 3);
      for (int i = 0; i < columns.size(); i++) {
        shown.add(
            headers == Headers.KEPT
                ? titles.get(i)
                : base == 1
                    ? "c" + (i + 1)
                    : base == 2 ? "col_" + (i + 1) : "x" + (char) ('a' + i));
      }
      text.append(line(shown, delimiter));
    }
    for (int row = 0; row < rows; row++) {
      Person person = person(unknown, pupils);
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        texts.tells = true;
        boolean empty = i > 0 && make.chance(blanks);
        cells.add(empty ? blank : columns.get(i).cell().apply(person));
        tells.get(i).set(row, !empty && texts.tells);
      }
      text.append(line(cells, delimiter));
    }
    List<Truth> truths = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String category = columns.get(i).category();
      truths.add(new Truth(titles.get(i), category, category == null ? null : tells.get(i)));
    }
    return new PersonalFile(name + ".csv", headers, lookAlike, text.toString(), truths);
  }

  private Person person(double unknown, boolean pupils) {
    int born = pupils ? make.between(2013, 2021) : make.between(1945, 2004);
    return new Person(make.surname(unknown), make.firstName(unknown), make.chance(0.5), born);
  }

  private static String line(List<String> cells, String delimiter) {
    List<String> quoted = new ArrayList<>();
    for (String cell : cells) {
      quoted.add(
          cell.contains(delimiter) || cell.contains("\"")
              ? '"' + cell.replace("\"", "\"\"") + '"'
              : cell);
    }
    return String.join(delimiter, quoted) + "\n";
  }
}
