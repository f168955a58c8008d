package fr.jalon.engine.personal;

import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Column;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table side by side: those that cannot be mistaken first, then names, then what
 * tells of people only because people are named beside.
 */
final class TableLook {
  /** Most cells of a column: some may be blank words, faults, or those of somebody else. */
  private static final double MOST = 0.7;

  private static final double HALF = 0.5;

  /**
   * So many first names of the lists are no chance: other lists of words have fewer than 1 in 20.
   */
  private static final double MANY_FIRST_NAMES = 0.4;

  /** Beside surnames or other people, rarer first names are enough. */
  private static final double SOME_FIRST_NAMES = 0.15;

  /** One row in three may be a relative, or share a surname. */
  private static final double VARIED = 0.3;

  /** Ordinary words are the names of one person in six ("Petit", "Boulanger"). */
  private static final double FEW_ORDINARY = 0.4;

  /** One surname in five is also the name of a commune. */
  private static final double FEW_COMMUNES = 0.5;

  /** A mailbox or a mobile in ten is enough to ask: each is someone's. */
  private static final double SOME = 0.1;

  /** The oldest person alive is some 115 years old; what is older tells of nobody. */
  private static final int OLDEST = 115;

  private final List<ColumnLook> columns;
  private final LocalDate today;
  private final Map<Integer, Detected> seen = new TreeMap<>();
  private final Set<String> asked;
  private final boolean bodies;
  private final boolean places;
  private final boolean office;
  private final boolean works;
  private boolean people;

  TableLook(Profiling profiling, @Nullable SchemaMatch match, LocalDate today) {
    this.today = today;
    List<ColumnLook> looks = new ArrayList<>();
    for (Column column : profiling.columns()) {
      looks.add(
          new ColumnLook(
              column,
              profiling.profile().columns().get(column.index()),
              profiling.values().get(column.index())));
    }
    this.columns = looks;
    this.asked = asked(match);
    this.bodies =
        any(
            look ->
                look.hasAny(Vocabulary.OF_BODIES)
                    || Set.of(Kinds.SIRET, Kinds.SIREN, Kinds.RNA, Kinds.UAI)
                        .contains(look.kind()));
    this.places =
        any(
            look ->
                look.isText()
                    && (look.values(TableLook::isNamedBody) >= HALF
                        || (look.values(Vocabulary::isAddress) >= MOST
                            && look.cells(Vocabulary::isNumberedAddress) == 0
                            && !look.hasAny(Set.of("adresse", "domicile", "adr", "address")))));
    this.office =
        any(
            look ->
                (look.isText() && look.cells(Vocabulary::isMandate) >= HALF)
                    || look.header.joined().equals("mandat")
                    || look.hasAny(Set.of("elu", "elus", "elue", "nuance")));
    this.works =
        any(look -> look.hasAny(Vocabulary.OF_WORKS) || look.cells(TableLook::isIsbn) >= HALF);
  }

  private static Set<String> asked(@Nullable SchemaMatch match) {
    if (match == null) {
      return Set.of();
    }
    Set<String> asked = new java.util.HashSet<>();
    for (SchemaMatch.FieldMatch field : match.mapping()) {
      if (field.column() != null) {
        asked.add(field.column());
      }
    }
    return asked;
  }

  /** "École Jules Ferry", but neither "12 rue Jules Ferry" nor a pupil's school. */
  private static boolean isNamedBody(String text) {
    return Vocabulary.isBody(text) && !Vocabulary.isAddress(text);
  }

  private static boolean isIsbn(String text) {
    return ISBN.matcher(text).matches();
  }

  private static final java.util.regex.Pattern ISBN =
      java.util.regex.Pattern.compile("97[89][- ]?(?:\\d[- ]?){10}");

  private boolean any(Predicate<ColumnLook> test) {
    return columns.stream().anyMatch(test);
  }

  /** What was seen, by the index of the column. */
  List<Detected> look() {
    open().forEach(this::byForm);
    open().forEach(this::byHeader);
    people = seen.values().stream().anyMatch(TableLook::isSure);
    names();
    if (people) {
      List.copyOf(seen.values()).forEach(this::allPhones);
      open().forEach(this::besidePeople);
    }
    return List.copyOf(seen.values());
  }

  List<ColumnLook> columns() {
    return columns;
  }

  private List<ColumnLook> open() {
    return columns.stream()
        .filter(look -> !look.isEmpty() && !seen.containsKey(look.index()))
        .toList();
  }

  /** What only a table about people has, each row someone. */
  private static boolean isSure(Detected detected) {
    return switch (detected.category()) {
      case NIR, BIRTH_DATE, SURNAME, FIRST_NAME, FULL_NAME, IDENTIFIER -> true;
      default -> false;
    };
  }

  private void tell(ColumnLook look, Category category, CellTest cells, Reason why) {
    seen.put(look.index(), new Detected(category, look.column, true, cells, why));
  }

  private void tell(ColumnLook look, Category category, Reason why) {
    tell(look, category, CellTest.ALL, why);
  }

  private boolean isAsked(ColumnLook look) {
    return asked.contains(look.column.name());
  }

  // --- numbers and codes that have a form of their own

  private static final Set<String> NO_NIR =
      Vocabulary.set(
          "ean gtin barre barres timestamp parcelle siret pdl prm compteur epoch imei facture mandat");

  private static final Set<String> NO_PLATE =
      Vocabulary.set(
          "ref reference references article articles produit produits sku lot modele code piece"
              + " serie inventaire materiel devis commande dossier salle");

  private static final Set<String> VERSIONS =
      Vocabulary.set(
          "version versions release v build logiciel article section chapitre nomenclature firmware");

  private void byForm(ColumnLook look) {
    if (look.cells(Forms::isNir) >= MOST && isNirColumn(look)) {
      tell(look, Category.NIR, Reason.FORM);
    } else if (look.cells(Forms::isIban) >= MOST) {
      tell(look, Category.IBAN, Reason.FORM);
    } else if (look.cells(Forms::isMac) >= MOST) {
      tell(look, Category.MAC_ADDRESS, Reason.FORM);
    } else if (look.cells(Forms::isIp) >= MOST && isIpColumn(look)) {
      tell(look, Category.IP_ADDRESS, Reason.FORM);
    } else if (look.cells(Forms::isPlate) >= MOST && isPlateColumn(look)) {
      tell(look, Category.NUMBER_PLATE, Reason.FORM);
    } else if (look.cells(Mailboxes::isMail) >= HALF) {
      mails(look);
    } else if (look.cells(Forms::isIne) >= MOST && !look.hasAny(NO_NIR)) {
      tell(look, Category.IDENTIFIER, Reason.FORM);
    } else if (isPhoneColumn(look)) {
      mobiles(look);
    }
  }

  private static boolean isNirColumn(ColumnLook look) {
    boolean keyed = look.cells(Forms::hasNirKey) >= HALF;
    boolean said = look.hasAny(Set.of("nir", "secu", "nss", "securite", "ssn", "insee"));
    boolean usual = look.cells(Forms::isUsualNir) >= MOST;
    return keyed || said || (usual && !look.hasAny(NO_NIR) && look.kind() != Kinds.SIRET);
  }

  private static boolean isIpColumn(ColumnLook look) {
    return look.hasAny(Set.of("ip", "ipv4", "ipv6", "adresseip", "hote", "host"))
        || (!look.hasAny(VERSIONS) && look.cells(Forms::isFarFromVersion) >= HALF);
  }

  /** References are numbered from one series: their letters hardly change. */
  private static boolean isPlateColumn(ColumnLook look) {
    if (look.hasAny(Set.of("immatriculation", "immat", "plaque", "vehicule", "voiture", "plate"))) {
      return true;
    }
    long series =
        look.sample().stream()
            .map(text -> text.substring(0, Math.min(2, text.length())))
            .distinct()
            .count();
    return !look.hasAny(NO_PLATE)
        && (series >= 3 || look.size() <= 3)
        && series * 3 >= Math.min(look.size(), 60) / 2;
  }

  private void mails(ColumnLook look) {
    if (isAsked(look) || isContactOfBody(look)) {
      return;
    }
    if (look.cells(Mailboxes::isPersonal) >= SOME) {
      tell(look, Category.EMAIL, Mailboxes::isPersonal, Reason.FORM);
    }
  }

  /** "contact_operateur", "tel_mairie": asked by many models, and of a body. */
  private static boolean isContactOfBody(ColumnLook look) {
    return look.hasAny(
        Vocabulary.set(
            "operateur amenageur exploitant gestionnaire enseigne mairie service structure"
                + " etablissement organisme accueil standard secretariat"));
  }

  private static boolean isPhone(String text) {
    return Forms.isMobile(text) || Forms.isLandLine(text);
  }

  private static boolean isBarePhone(String text) {
    return Forms.isBareMobile(text) || Forms.isBareLandLine(text);
  }

  private static final Set<String> PHONES =
      Vocabulary.set(
          "telephone tel telephones numtel fax portable mobile phone gsm cell contact urgence joindre");

  private static boolean isPhoneColumn(ColumnLook look) {
    return look.cells(TableLook::isPhone) >= HALF
        || (look.kind() != Kinds.SIREN
            && (look.hasAny(PHONES)
                ? look.cells(text -> isPhone(text) || isBarePhone(text)) >= HALF
                : look.cells(text -> Forms.isBareMobile(text) || Forms.isMobile(text)) >= 0.95));
  }

  private static boolean isAnyMobile(String text) {
    return Forms.isMobile(text) || Forms.isBareMobile(text);
  }

  private void mobiles(ColumnLook look) {
    if (isAsked(look) || isContactOfBody(look)) {
      return;
    }
    if (look.cells(TableLook::isAnyMobile) >= SOME) {
      tell(look, Category.MOBILE, TableLook::isAnyMobile, Reason.FORM);
    }
  }

  /** Beside people, a land line is theirs as much as a mobile. */
  private void allPhones(Detected detected) {
    ColumnLook look = columns.get(detected.column().index());
    if (detected.category() == Category.MOBILE && !office && !bodies) {
      boolean mostly = look.cells(TableLook::isAnyMobile) >= HALF;
      tell(
          look,
          mostly ? Category.MOBILE : Category.LAND_LINE,
          text -> isPhone(text) || isBarePhone(text),
          mostly ? Reason.FORM : Reason.BESIDE_PEOPLE);
    }
  }

  // --- what the header says, when the values do not belie it

  private static final Set<String> BIRTH =
      Vocabulary.set(
          "naissance ne nee birth birthdate birthday dob ddn datenaissance naiss dnaiss datenais dtnaiss");
  private static final Set<String> STATISTICS =
      Vocabulary.set(
          "nombre nb nbre effectif total taux part pourcentage moyenne naissances population");
  private static final Set<String> AGES = Vocabulary.set("age ages ans");
  private static final Set<String> NUMBERS_OF_PEOPLE =
      Vocabulary.set(
          "matricule ine allocataire agent etudiant eleve adherent passeport cni licence permis"
              + " usager patient dossier identite assure employee employe");

  private void byHeader(ColumnLook look) {
    if (look.hasAny(STATISTICS)) {
      return;
    }
    if (look.hasAny(BIRTH) && areBirths(look)) {
      tell(look, Category.BIRTH_DATE, Reason.HEADER);
    } else if (look.hasAny(Set.of("matricule", "ine"))
        && isCodeOfEach(look, 3)
        && isAboutPeople(look)) {
      tell(look, Category.IDENTIFIER, Reason.HEADER);
    }
  }

  /** Trees and vehicles have numbers too. */
  private boolean isAboutPeople(ColumnLook look) {
    return look.hasAny(Set.of("agent", "ine", "eleve", "etudiant", "salarie"))
        || any(
            other ->
                other.hasAny(FIRST)
                    || other.hasAny(BIRTH)
                    || other.hasAny(Vocabulary.PRIVATE)
                    || isSurnameHeader(other));
  }

  /** Days or years of people who may be alive, artists and the dead left out. */
  private boolean areBirths(ColumnLook look) {
    if (works || any(other -> other.hasAny(Set.of("auteur", "artiste", "sculpteur", "peintre")))) {
      return false;
    }
    List<LocalDate> days = look.days(today);
    if (!days.isEmpty()) {
      return days.get(days.size() / 2).isAfter(today.minusYears(OLDEST));
    }
    double[] years = look.numbers();
    if (years.length == 0) {
      return false;
    }
    double middle = years[years.length / 2];
    boolean serial = middle > 5000 && middle < 46000;
    return serial || (middle > today.getYear() - OLDEST && middle <= today.getYear());
  }

  // --- names

  private static final Set<String> FIRST =
      Vocabulary.set("prenom prenoms firstname forename given pnom prn vorname prenom1 prenom2");

  private static boolean isFullHeader(ColumnLook look) {
    return (look.header.has("nom") && look.header.contains("prenom"))
        || look.header.contains("nomprenom")
        || look.header.contains("prenomnom")
        || look.header.contains("fullname")
        || look.header.contains("nomcomplet");
  }

  private static boolean isFirstHeader(ColumnLook look) {
    return !isFullHeader(look)
        && (look.hasAny(FIRST)
            || look.header.contains("prenom")
            || look.header.contains("firstname")
            || look.header.contains("givenname"));
  }

  private static boolean isSurnameHeader(ColumnLook look) {
    return !isFullHeader(look)
        && !look.header.contains("prenom")
        && (look.hasAny(SURNAMES)
            || look.header.joined().equals("nom")
            || look.header.contains("lastname")
            || (look.header.has("nom")
                && (look.hasAny(OF_SURNAMES) || look.hasAny(Vocabulary.PRIVATE))));
  }

  private static final Set<String> SURNAMES =
      Vocabulary.set("patronyme lastname surname nomfamille nomusage nomnaissance familyname");
  private static final Set<String> OF_SURNAMES =
      Vocabulary.set("famille naissance usage marital jeune fille epouse");

  private void names() {
    List<ColumnLook> texts = open().stream().filter(ColumnLook::isText).toList();
    List<ColumnLook> words = texts.stream().filter(this::mayBeNames).toList();
    List<ColumnLook> firsts = words.stream().filter(TableLook::isFirstColumn).toList();
    List<ColumnLook> lasts = words.stream().filter(look -> !firsts.contains(look)).toList();
    boolean evidence = evidence() > 0;
    boolean hidden = office || isOfWorks(texts);
    boolean statistics = !evidence && !people && isStatistics(firsts);
    if (!hidden && !statistics) {
      for (ColumnLook first : firsts) {
        if (!isInOffice(first)) {
          boolean listed = first.names(NameLook::isFirstName) >= MANY_FIRST_NAMES;
          tell(first, Category.FIRST_NAME, listed ? Reason.LISTS : Reason.HEADER);
        }
      }
    }
    fullNames(texts, hidden, evidence);
    boolean named = people || evidence || has(Category.FIRST_NAME) || hasPair(lasts);
    if (!hidden && named) {
      surnames(lasts);
    }
    people |= seen.values().stream().anyMatch(TableLook::isSure) || evidence() > 1;
  }

  /** Two columns of names side by side, one of letters of first names, the other of surnames. */
  private boolean hasPair(List<ColumnLook> words) {
    for (ColumnLook one : words) {
      for (ColumnLook other : words) {
        boolean beside = other.index() == one.index() + 1;
        if (beside
            && !bodies
            && !places
            && Math.min(likely(one), likely(other)) >= MOST
            && Math.min(one.variety(), other.variety()) >= MOST
            && one.leansToFirstNames() * other.leansToFirstNames() < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean has(Category category) {
    return seen.values().stream().anyMatch(one -> one.category() == category);
  }

  private boolean isInOffice(ColumnLook look) {
    return look.hasAny(Vocabulary.IN_OFFICE);
  }

  /** Titles of works beside those who signed them. */
  private boolean isOfWorks(List<ColumnLook> texts) {
    return works && !people;
  }

  /** First names and how many bear them: a table of births, not of people. */
  private boolean isStatistics(List<ColumnLook> firsts) {
    boolean counted = false;
    for (ColumnLook look : columns) {
      Kind kind = look.kind();
      boolean number = kind == Kinds.INTEGER || kind == Kinds.DECIMAL;
      counted |= number;
      boolean group =
          number
              || look.isEmpty()
              || look.variety() < 0.2
              || look.values(Vocabulary::isSex) >= MOST
              || GROUPS.contains(kind)
              || firsts.contains(look);
      if (!group) {
        return false;
      }
    }
    return counted;
  }

  private static final Set<Kind> GROUPS =
      Set.of(Kinds.YEAR, Kinds.INSEE, Kinds.DEPARTEMENT, Kinds.REGION, Kinds.BOOLEAN, Kinds.POSTAL);

  /** One or two words a value, written as names are, and not those of something else. */
  private boolean mayBeNames(ColumnLook look) {
    boolean said = isFirstHeader(look) || isSurnameHeader(look);
    double couldBe =
        look.names(name -> name.couldBe() && !name.civil() && !name.body() && name.words() <= 2);
    if (couldBe < MOST || look.values(Vocabulary::isSex) >= HALF) {
      return false;
    }
    if (said) {
      return look.names(name -> name.ordinary() > 0) <= MOST;
    }
    double two = look.names(name -> name.words() == 2);
    return !look.hasAny(Vocabulary.OTHER_THINGS)
        && !isFullHeader(look)
        && (!bodies || look.isTerse())
        && two <= FEW_ORDINARY
        && look.variety() >= VARIED
        && look.names(name -> name.ordinary() > 0) <= FEW_ORDINARY
        && look.names(NameLook::commune) <= FEW_COMMUNES
        && look.vocabulary() == null;
  }

  private static boolean isFirstColumn(ColumnLook look) {
    if (isSurnameHeader(look)) {
      return false;
    }
    return isFirstHeader(look)
        || (look.names(NameLook::isFirstName) >= MANY_FIRST_NAMES
            && look.names(NameLook::isFirstName) > look.names(NameLook::isSurname));
  }

  private void surnames(List<ColumnLook> candidates) {
    List<ColumnLook> said =
        candidates.stream().filter(look -> isSurnameHeader(look) && !isInOffice(look)).toList();
    for (ColumnLook look : said) {
      tell(look, Category.SURNAME, Reason.HEADER);
    }
    List<ColumnLook> left =
        candidates.stream().filter(look -> !seen.containsKey(look.index())).toList();
    ColumnLook best = null;
    double highest = 0;
    for (ColumnLook look : left) {
      double likely = likely(look) + (isBesideName(look) ? HALF : 0);
      if (likely > highest) {
        highest = likely;
        best = look;
      }
    }
    boolean wanted =
        !has(Category.FULL_NAME) && (!has(Category.FIRST_NAME) || !has(Category.SURNAME));
    if (best == null || highest < HALF || !wanted) {
      return;
    }
    if (has(Category.SURNAME)) {
      tellIfLikely(best, Category.FIRST_NAME);
    } else if (has(Category.FIRST_NAME)) {
      tell(best, Category.SURNAME, reason(best));
    } else {
      ColumnLook other = besides(best, left);
      if (other != null) {
        pair(best, other);
      } else {
        boolean first = best.leansToFirstNames() > 0;
        tell(best, first ? Category.FIRST_NAME : Category.SURNAME, reason(best));
      }
    }
  }

  private void tellIfLikely(ColumnLook look, Category category) {
    if (isBesideName(look) || look.leansToFirstNames() > 0) {
      tell(look, category, reason(look));
    }
  }

  /** Share of the values that are names, or of no dictionary. */
  private static double likely(ColumnLook look) {
    return look.names(
        name -> name.isSurname() || name.isUnknown() || name.isFirstName() || name.isUnknownPair());
  }

  private static Reason reason(ColumnLook look) {
    boolean listed = look.names(name -> name.isSurname() || name.isFirstName()) >= SOME_FIRST_NAMES;
    return listed ? Reason.LISTS : Reason.SHAPE;
  }

  /** Two columns of names that no list knows: which is which. */
  private void pair(ColumnLook one, ColumnLook other) {
    double listed = one.names(NameLook::isFirstName) - other.names(NameLook::isFirstName);
    double capitals = one.values(TableLook::isCapitals) - other.values(TableLook::isCapitals);
    double letters = one.leansToFirstNames() - other.leansToFirstNames();
    boolean oneIsFirst =
        Math.abs(listed) >= SOME_FIRST_NAMES
            ? listed > 0
            : Math.abs(capitals) >= HALF ? capitals < 0 : letters > 0;
    tell(oneIsFirst ? one : other, Category.FIRST_NAME, reason(oneIsFirst ? one : other));
    tell(oneIsFirst ? other : one, Category.SURNAME, reason(oneIsFirst ? other : one));
  }

  private static boolean isCapitals(String text) {
    return text.equals(text.toUpperCase(java.util.Locale.ROOT));
  }

  private static @Nullable ColumnLook besides(ColumnLook best, List<ColumnLook> candidates) {
    ColumnLook other = null;
    for (ColumnLook look : candidates) {
      boolean near = Math.abs(look.index() - best.index()) == 1;
      if (look != best && likely(look) >= HALF && (near || other == null)) {
        other = look;
      }
    }
    return other;
  }

  private boolean isBesideName(ColumnLook look) {
    return seen.values().stream()
        .anyMatch(
            one -> one.category().isName() && Math.abs(one.column().index() - look.index()) == 1);
  }

  private void fullNames(List<ColumnLook> texts, boolean hidden, boolean evidence) {
    for (ColumnLook look : texts) {
      if (!seen.containsKey(look.index())
          && !isInOffice(look)
          && isFullNames(look, hidden, evidence)) {
        boolean listed = look.names(NameLook::isFullName) >= HALF;
        tell(look, Category.FULL_NAME, listed ? Reason.LISTS : Reason.SHAPE);
      }
    }
  }

  private boolean isFullNames(ColumnLook look, boolean hidden, boolean evidence) {
    double full = look.names(NameLook::isFullName);
    double shape = look.names(NameLook::isFullShape);
    double sure = look.names(name -> (name.civil() || name.turned()) && name.isFullName());
    if (isFullHeader(look) || look.hasAny(Vocabulary.PRIVATE)) {
      return Math.max(full, shape) >= HALF;
    }
    // "nom_arret" is the name of a stop
    boolean explained =
        !look.hasAny(Vocabulary.PEOPLE_OR_BODIES) && look.hasAny(Vocabulary.OTHER_THINGS);
    if (hidden || explained || bodies || look.variety() < (evidence ? SOME : VARIED)) {
      return false;
    }
    if (full >= HALF) {
      return !places || people || sure >= HALF;
    }
    return (evidence || people)
        && !places
        && shape >= MOST
        && look.names(name -> name.ordinary() > 0) <= FEW_ORDINARY;
  }

  /** How many columns only tables of people have, whoever those are named. */
  private long evidence() {
    return columns.stream().filter(this::isEvidence).count();
  }

  private boolean isEvidence(ColumnLook look) {
    Detected one = seen.get(look.index());
    if (one != null) {
      return switch (one.category()) {
        case MOBILE, EMAIL -> mostly(one);
        default -> true;
      };
    }
    if (look.isEmpty()) {
      return false;
    }
    return look.vocabulary() != null
        || (look.isText() && look.values(NameLook::isCivility) >= MOST)
        || (!works && !look.hasAny(OTHER_DAYS) && isAdultBirths(look))
        || (!bodies && !places && !isOfWorks(List.of()) && look.isTerse() && isHome(look));
  }

  private static boolean isHome(ColumnLook look) {
    return look.isText()
        && look.cells(Vocabulary::isAddress) >= HALF
        && (look.cells(Vocabulary::isNumberedAddress) >= VARIED
            || look.hasAny(Set.of("adresse", "domicile", "adr", "address")));
  }

  private boolean mostly(Detected one) {
    return columns.get(one.column().index()).cells(one::isPersonal) >= HALF;
  }

  // --- what tells of people only because they are named beside

  private static final Set<String> OTHER_DAYS =
      Vocabulary.set(
          "construction creation deces travaux plantation inscription entree sortie embauche"
              + " recrutement arrivee depart debut fin demande depot decision signature maj"
              + " modification election mandat parution edition acquisition service circulation"
              + " obtention delivrance visite contrat adhesion achat nomination");

  private static final Set<String> OTHER_NUMBERS =
      Vocabulary.set(
          "montant nombre nb total prix tarif salaire note score points quantite duree heures jours"
              + " superficie surface numero num no n code annee rang ordre taux part places");

  /** What is not the home of someone: where they work or learn. */
  private static final Set<String> WORKPLACES =
      Vocabulary.set(
          "travail service ecole site affectation etablissement lieu chantier salle ip mail email web url");

  private void besidePeople(ColumnLook look) {
    if (isAsked(look)) {
      return;
    }
    boolean homely = !bodies && !places;
    if (isHome(look) && !look.hasAny(WORKPLACES)) {
      tell(look, Category.HOME_ADDRESS, Reason.BESIDE_PEOPLE);
    } else if (isPhoneColumn(look) && !office && !isSwitchboard(look) && !isContactOfBody(look)) {
      tell(
          look,
          Category.LAND_LINE,
          text -> isPhone(text) || isBarePhone(text),
          Reason.BESIDE_PEOPLE);
    } else if (isAge(look)) {
      tell(look, Category.AGE, look.hasAny(AGES) ? Reason.HEADER : Reason.BESIDE_PEOPLE);
    } else if (!look.hasAny(OTHER_DAYS)
        && !look.hasAny(BIRTH)
        && look.isTerse()
        && !works
        && isBirths(look)) {
      tell(look, Category.BIRTH_DATE, Reason.BESIDE_PEOPLE);
    } else {
      sensitive(look, homely);
    }
  }

  private static final Set<String> OF_HEALTH =
      Vocabulary.set(
          "sante pathologie handicap allergie allergies diagnostic maladie traitement medical"
              + " medicale sanguin rqth");
  private static final Set<String> OF_OPINION =
      Vocabulary.set("religion culte confession syndicat syndicale opinion parti");
  private static final Set<String> OF_MEANS = Vocabulary.set("rsa qf quotient allocataire aah apl");

  private void sensitive(ColumnLook look, boolean homely) {
    Category told = look.vocabulary();
    if (told != null && !(told == Category.OPINION && office)) {
      tell(look, told, Reason.LISTS);
    } else if (look.hasAny(NUMBERS_OF_PEOPLE) && isIdentifier(look)) {
      tell(look, Category.IDENTIFIER, Reason.HEADER);
    } else if (look.hasAny(OF_HEALTH)) {
      tell(look, Category.HEALTH, Reason.HEADER);
    } else if (look.hasAny(OF_OPINION) && !office) {
      tell(look, Category.OPINION, Reason.HEADER);
    } else if (look.hasAny(OF_MEANS)) {
      tell(look, Category.SOCIAL, Reason.HEADER);
    } else if (look.hasAny(Vocabulary.set("absence absences arret arrets conge conges"))) {
      tell(look, Category.ABSENCE, Reason.HEADER);
    } else if (isIdentifier(look)) {
      tell(look, Category.IDENTIFIER, Reason.BESIDE_PEOPLE);
    }
  }

  /** One number for most rows: that of the house, not of those who are named. */
  private static boolean isSwitchboard(ColumnLook look) {
    return look.size() <= 2 && look.variety() < HALF || look.variety() < 0.25;
  }

  private static final java.util.regex.Pattern YEARS_OLD =
      java.util.regex.Pattern.compile("\\d{1,3} ?(?:ans?|mois)(?: et demi)?");

  private boolean isAge(ColumnLook look) {
    if (look.cells(text -> YEARS_OLD.matcher(Words.fold(text)).matches()) >= MOST) {
      return true;
    }
    double[] ages = look.numbers();
    if (ages.length == 0 || ages[0] < 0 || ages[ages.length - 1] > OLDEST) {
      return false;
    }
    if (look.hasAny(AGES)) {
      return true;
    }
    boolean whole = look.kind() == Kinds.INTEGER || look.kind() == Kinds.DEPARTEMENT;
    double middle = ages[ages.length / 2];
    boolean grown = ages[ages.length - 1] >= 40 && middle >= 25 && middle <= 80;
    boolean children = ages[ages.length - 1] <= 18 && middle >= 5;
    return look.isTerse() && whole && ages.length >= 3 && ages[0] >= 3 && (grown || children);
  }

  /** The births of grown-ups: all long ago, spread over a generation at least. */
  private boolean isAdultBirths(ColumnLook look) {
    List<LocalDate> days = look.days(today);
    return days.size() >= 3
        && days.get(days.size() / 2).isBefore(today.minusYears(25))
        && days.get(0).isAfter(today.minusYears(OLDEST))
        && days.get(days.size() - 1).isBefore(today.minusYears(14))
        && ChronoUnit.YEARS.between(days.get(0), days.get(days.size() - 1)) >= 10;
  }

  private boolean isBirths(ColumnLook look) {
    List<LocalDate> days = look.days(today);
    if (days.isEmpty()) {
      double[] years = look.numbers();
      return years.length >= 4
          && look.kind() == Kinds.YEAR
          && years[0] > today.getYear() - OLDEST
          && years[years.length / 2] <= today.getYear() - 25
          && years[years.length - 1] <= today.getYear() - 14
          && years[years.length - 1] - years[0] >= 20;
    }
    boolean children =
        days.get(days.size() - 1).isBefore(today.minusYears(2))
            && days.get(0).isAfter(today.minusYears(22))
            && look.variety() >= MOST
            && ChronoUnit.YEARS.between(days.get(0), days.get(days.size() - 1)) <= 18;
    return isAdultBirths(look) || children;
  }

  /** A code of its own for each row, all built alike, that is no number of rows. */
  private boolean isIdentifier(ColumnLook look) {
    if (look.hasAny(NUMBERS_OF_PEOPLE)) {
      return isCodeOfEach(look, 3);
    }
    return look.isTerse()
        && !bodies
        && !works
        && isCodeOfEach(look, 6)
        && look.kind() != Kinds.DATE
        && look.kind() != Kinds.DATETIME
        && !isRising(look);
  }

  private static boolean isCodeOfEach(ColumnLook look, int shortest) {
    return look.variety() >= 0.9
        && look.values(text -> isCode(text, shortest)) >= 0.9
        && look.sample().stream().mapToInt(String::length).distinct().count() <= 2;
  }

  private static boolean isCode(String text, int shortest) {
    return text.length() >= shortest
        && text.length() <= 20
        && text.indexOf('.') < 0
        && text.indexOf(',') < 0
        && text.chars().filter(Character::isDigit).count() >= Math.min(3, shortest)
        && text.chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '/' || c == '_');
  }

  private static boolean isRising(ColumnLook look) {
    double[] numbers = look.numbers();
    return numbers.length > 0 && numbers[numbers.length - 1] - numbers[0] <= numbers.length * 1.1;
  }
}
