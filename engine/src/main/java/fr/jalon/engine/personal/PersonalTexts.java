package fr.jalon.engine.personal;

import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for people in free texts: cells, titles, descriptions, names of files. */
public final class PersonalTexts {
  private static final Pattern MAIL =
      Pattern.compile("[\\w.+-]{2,64}@[\\w-]{2,63}(?:\\.[\\w-]{2,63}){1,3}");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\d.,/-])(?:(?:\\+|00) ?33 ?(?:\\(0\\) ?)?|0)[1-79](?:[\\s\\u00a0./-]?\\d{2}){4}(?![\\d])");
  private static final Pattern NIR =
      Pattern.compile(
          "(?<![\\d.,/-])[12][ .]?\\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\\d)[ .]?(?:\\d{2}|2[AB])[ .]?\\d{3}[ .]?\\d{3}(?:[ .-]?\\d{2})?(?!\\d)");
  private static final Pattern IBAN =
      Pattern.compile("\\bFR\\d{2}(?:[ ]?[A-Z0-9]{4}){5}[ ]?[A-Z0-9]{3}\\b");
  private static final Pattern PLATE =
      Pattern.compile("(?<![\\w-])[A-HJ-NP-TV-Z]{2}-\\d{3}-[A-HJ-NP-TV-Z]{2}(?![\\w-])");
  private static final Pattern BORN =
      Pattern.compile(
          "(?i:\\bn[ée]e?s?\\b(?:\\s*\\(e\\))? (?:le )?|naissance ?:? ?)(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{1,2}(?:er)? \\p{L}{3,9} \\d{4}|\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern HOME =
      Pattern.compile(
          "(?i:habit\\w*|demeur\\w*|domicili\\w*|r[ée]sid\\w*|chez (?:elle|lui)|adresse ?:?)[^\\d.;]{0,20}(\\d{1,4} ?(?:bis|ter)?,? (?i:rue|avenue|av\\.?|bd|boulevard|place|chemin|impasse|all[ée]e|route|square|cours|quai|cit[ée]|r[ée]sidence|sente)\\b[^,;.\\d]{2,40})");

  private static final String NAME_WORD = "\\p{Lu}[\\p{L}'’]*(?:-\\p{Lu}?[\\p{L}'’]+)*";
  private static final Pattern CIVIL =
      Pattern.compile(
          "(?<![\\p{L}])(?:M\\.|Mr\\.?|Mme\\.?|Mlle\\.?|MM\\.|M(?= \\p{Lu})|M\\. et Mme|Monsieur|Madame|Mademoiselle|monsieur|madame|mme|mr)\\s+((?:"
              + "(?:de |du |d['’]|le |la |van |von |ben |el |\\p{Lu}\\. ?)?"
              + NAME_WORD
              + ")(?:[ -](?:(?:de|du|le|la|van|ben|el) )?"
              + NAME_WORD
              + "){0,3})");
  private static final Pattern TWO_WORDS =
      Pattern.compile(
          "(?<![\\p{L}'’-])("
              + NAME_WORD
              + ")((?: (?:de |du |le |la |van |ben |el )?"
              + NAME_WORD
              + "){1,2})");

  private static final Pattern LAST_WORDS = Pattern.compile("[^\\p{L}]+");

  /** Titles of those who hold an office: "Madame le Maire". */
  private static final Set<String> OFFICES =
      Vocabulary.set(
          "le la maire president presidente prefet prefete directeur directrice ministre adjoint adjointe depute");

  private static final Pattern ILL =
      Pattern.compile(
          "(?:en|son|d['’]un|arret|conge|est|etait|suite a un|pour) (?:arret |conge )?(?:de )?(?:maladie|hospitalis\\w*|diabetique|asthmatique|epileptique|enceinte|depressi\\w*|autiste|handicape\\w*|malade|burn-?out|cancer|chimiotherapie|malentendante?|malvoyante?|alcoolique|seropositi\\w*)(?![a-z])"
              + "|allergique|porteur d['’]un handicap|sous traitement|souffre d|atteinte? d['’e]|rqth|fauteuil roulant|arret maladie|arret de travail|traitement medical|en depression|crises? d['’]");

  private PersonalTexts() {}

  /** What a text tells of people, each category once, in the order of the categories. */
  public static List<Category> look(String text) {
    return look(text, true);
  }

  static List<Category> look(String text, boolean prose) {
    Set<Category> seen = EnumSet.noneOf(Category.class);
    spots(text, prose).forEach(place -> seen.add(place.category()));
    return List.copyOf(seen);
  }

  static boolean tells(String text, boolean prose) {
    return !spots(text, prose).isEmpty();
  }

  /** False when a glance at the bytes is enough to know that nobody is told of. */
  static boolean mayTell(Text value) {
    int digits = 0;
    int breaks = 0;
    for (int i = 0; i < value.length(); i++) {
      byte b = value.at(i);
      boolean letter = b < 0 || Character.isLetter(b);
      boolean digit = b >= '0' && b <= '9';
      digits += digit ? 1 : 0;
      breaks += letter || digit ? 0 : 1;
      if (b == '@' || b == 'M' || b == 'm' || digits >= LEAST_DIGITS || breaks >= LEAST_BREAKS) {
        return true;
      }
    }
    return false;
  }

  /** A plate has three figures; nothing told by figures has fewer, but for where someone lives. */
  private static final int LEAST_DIGITS = 3;

  /** Two words and what is said of them are at least three. */
  private static final int LEAST_BREAKS = 2;

  /** The text, with what it tells of people covered. */
  public static String masked(String text) {
    return masked(text, true);
  }

  static String masked(String text, boolean prose) {
    StringBuilder masked = new StringBuilder();
    int at = 0;
    for (Spot spot : spots(text, prose)) {
      masked.append(text, at, spot.from());
      masked.append(Masked.of(spot.category(), text.substring(spot.from(), spot.to())));
      at = spot.to();
    }
    return masked.append(text.substring(at)).toString();
  }

  /** The text, with a sign in the place of what it tells of people. */
  static String replaced(String text, boolean prose, String sign) {
    StringBuilder replaced = new StringBuilder();
    int at = 0;
    for (Spot spot : spots(text, prose)) {
      replaced.append(text, at, spot.from()).append(sign);
      at = spot.to();
    }
    return replaced.append(text.substring(at)).toString();
  }

  /** Part of a text that tells something of a person. */
  record Spot(Category category, int from, int to) {}

  /**
   * None overlaps another, in the order of the text.
   *
   * @param prose true when names that no civility announces are looked for too
   */
  private static List<Spot> spots(String text, boolean prose) {
    List<Spot> spots = new ArrayList<>();
    Glance glance = Glance.of(text);
    if (text.indexOf('@') > 0) {
      find(MAIL, text, 0, Category.EMAIL, spots, Mailboxes::isPersonal);
    }
    if (glance.digits() >= LEAST_DIGITS) {
      numbers(text, glance.digits(), spots);
    }
    // alone in its cell, it may be the reference of anything
    if (glance.digits() >= LEAST_DIGITS && glance.isSentence()) {
      find(PLATE, text, 0, Category.NUMBER_PLATE, spots, any -> true);
    }
    civil(text, spots);
    if (prose && glance.isSentence()) {
      said(text, glance.digits(), spots);
      names(text, spots);
    }
    spots.sort(Comparator.comparing(Spot::from));
    List<Spot> apart = new ArrayList<>();
    for (Spot spot : spots) {
      if (apart.isEmpty() || spot.from() >= apart.get(apart.size() - 1).to()) {
        apart.add(spot);
      }
    }
    return apart;
  }

  /**
   * What a text looks like, in one pass.
   *
   * @param small words that begin by a small letter
   */
  private record Glance(int digits, int small, int words) {
    static Glance of(String text) {
      int digits = 0;
      int small = 0;
      int words = 0;
      boolean inside = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean letter = Character.isLetter(c);
        digits += c >= '0' && c <= '9' ? 1 : 0;
        if (letter && !inside) {
          words++;
          small += Character.isLowerCase(c) && isLong(text, i) ? 1 : 0;
        }
        inside = letter || c == '-';
      }
      return new Glance(digits, small, words);
    }

    /** "de", "la", "m" are in names and measures too. */
    private static boolean isLong(String text, int at) {
      return at + 2 < text.length()
          && Character.isLetter(text.charAt(at + 1))
          && Character.isLetter(text.charAt(at + 2));
    }

    /** Names of bodies and lines of a list have few words in small letters. */
    boolean isSentence() {
      return words >= 3 && small >= 2;
    }
  }

  private static final Pattern DWELLS =
      Pattern.compile("(?i)habit|demeur|domicil|r[ée]sid|chez|adresse");

  /**
   * What is only said of someone in a sentence: where they live, when they were born, their health.
   */
  private static void said(String text, int digits, List<Spot> spots) {
    if (digits >= 1 && DWELLS.matcher(text).find()) {
      find(HOME, text, 1, Category.HOME_ADDRESS, spots, any -> true);
    }
    if (digits >= 4) {
      find(BORN, text, 1, Category.BIRTH_DATE, spots, any -> true);
    }
    Matcher ill = ILL.matcher(Words.fold(text));
    if (ill.find() && ill.end() <= text.length()) {
      spots.add(new Spot(Category.HEALTH, ill.start(), ill.end()));
    }
  }

  private static void numbers(String text, int digits, List<Spot> spots) {
    if (digits < 9) {
      return;
    }
    find(NIR, text, 0, Category.NIR, spots, Forms::isNir);
    find(IBAN, text, 0, Category.IBAN, spots, Forms::isIban);
    Matcher phone = PHONE.matcher(text);
    while (phone.find()) {
      boolean mobile = Forms.isMobile(phone.group());
      if (mobile || isSomeones(text, phone.start())) {
        spots.add(
            new Spot(mobile ? Category.MOBILE : Category.LAND_LINE, phone.start(), phone.end()));
      }
    }
  }

  private static final Set<String> HOMELY =
      Vocabulary.set("domicile chez perso personnel parents mere pere famille fixe voisin voisine");

  /** A land line is someone's when it is said so, or when a name stands right before. */
  private static boolean isSomeones(String text, int at) {
    String before = text.substring(Math.max(0, at - 40), at);
    for (String word : LAST_WORDS.split(Words.fold(before))) {
      if (HOMELY.contains(word)) {
        return true;
      }
    }
    return CIVIL.matcher(before).find();
  }

  private static void find(
      Pattern pattern,
      String text,
      int group,
      Category category,
      List<Spot> spots,
      java.util.function.Predicate<String> test) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      if (test.test(found.group(group))) {
        spots.add(new Spot(category, found.start(group), found.end(group)));
      }
    }
  }

  private static void civil(String text, List<Spot> spots) {
    Matcher civil = CIVIL.matcher(text);
    while (civil.find()) {
      String first = Words.fold(civil.group(1).split("[ '’]", 2)[0]);
      boolean bare = text.startsWith("M ", civil.start());
      if (!OFFICES.contains(first)
          && !isOfPlace(text, civil.start())
          && !(bare && isInCapitals(text, civil.start()))) {
        spots.add(new Spot(Category.FULL_NAME, civil.start(1), civil.end(1)));
      }
    }
  }

  /** "MONTPELLIER A M JUDO", "Brennan M John": a letter among others, and no civility. */
  private static boolean isInCapitals(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    int space = before.lastIndexOf(' ');
    return (!before.isEmpty() && Character.isUpperCase(before.charAt(space + 1)))
        || text.equals(text.toUpperCase(java.util.Locale.ROOT));
  }

  private static void names(String text, List<Spot> spots) {
    Matcher two = TWO_WORDS.matcher(text);
    int from = 0;
    while (two.find(from)) {
      String head = Words.fold(two.group(1));
      String tail = Words.fold(two.group(2).strip());
      String last = tail.substring(tail.lastIndexOf(' ') + 1);
      boolean forward = Lexicon.isFirstName(head) && isNotWord(last);
      boolean backward = Lexicon.isFirstName(last) && isNotWord(head) && !Lexicon.isFirstName(head);
      if ((forward || backward)
          && !isOfPlace(text, two.start())
          && !isPlaceWord(head)
          && !isPlaceWord(tail)
          && spots.stream().noneMatch(spot -> spot.to() > two.start() && spot.from() < two.end())) {
        spots.add(new Spot(Category.FULL_NAME, two.start(), two.end()));
        from = two.end();
      } else {
        from = two.end(1);
      }
    }
  }

  private static boolean isPlaceWord(String words) {
    for (String word : words.split("[ -]")) {
      if (Vocabulary.BODIES.contains(word) || NAMED.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Not a word of the language, or one that is also a surname. */
  private static boolean isNotWord(String word) {
    return word.length() >= 3
        && (!Lexicon.isOrdinary(word) || Lexicon.isSurname(word))
        && !Vocabulary.BODIES.contains(word);
  }

  /**
   * "rue du Docteur Jean Martin", "prix Jean Giono": a name that a place, a body, an event bears.
   */
  private static boolean isOfPlace(String text, int at) {
    String before = text.substring(Math.max(0, at - FAR), at);
    String[] parts = STOPS.split(before + " ");
    String same = parts.length == 0 ? "" : parts[parts.length - 1];
    for (String word : LAST_WORDS.split(Words.fold(same))) {
      if (Vocabulary.BODIES.contains(word) || NAMED.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Letters before a name in which what bears it may be said. */
  private static final int FAR = 60;

  private static final Pattern STOPS = Pattern.compile("(?<!\\b\\p{L})\\.|[;:,!?()\\n]| - ");

  /** Before the names of those whom a work, an event or a place honours. */
  private static final Set<String> NAMED =
      Vocabulary.set(
          "hommage general marechal amiral docteur professeur colonel capitaine commandant abbe"
              + " saint sainte concert spectacle film livre roman oeuvre oeuvres piece oeuvre auteur"
              + " compositeur artiste peintre sculpteur architecte exposition expo dite"
              + " concours challenge trophee coupe memorial stele plaque journee cross course"
              + " r aqueduc rond-point point rond giratoire programme dispositif projet operation zone");
}
