package fr.jalon.portal.agreement;

import fr.jalon.portal.agreement.AgreementText.Article;
import fr.jalon.portal.document.Template;
import fr.jalon.portal.document.TemplateFault;
import fr.jalon.portal.document.TemplateFault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The articles of an agreement as one text that people paste and edit. Each begins with its number
 * and its title, and the key of what it decides when it decides something:
 *
 * <pre>## Article 6 - Durée de la convention [clé : duree]</pre>
 *
 * <p>What follows is the text of a {@link Template}.
 */
public final class ArticlesText {
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)(?:article\\s+)?(\\d{1,3}(?:\\.\\d{1,3}){0,2})\\.?(?:\\s*[-–—:·]\\s*|\\s+)(\\S.*)");
  private static final Pattern KEY =
      Pattern.compile("(.*?)\\s*\\[\\s*cl[ée]\\s*:\\s*([^\\]]*)]\\s*");
  private static final Pattern ARTICLE_LINE = Pattern.compile("\\s*(#{2,3})(?:\\s+(.*))?");

  /** Stands before the articles, which have no title of their own. */
  private static final String TITLE = "# Articles\n";

  private final List<Article> articles = new ArrayList<>();
  private final List<TemplateFault> faults = new ArrayList<>();
  private final StringBuilder template = new StringBuilder(TITLE);
  private final StringBuilder body = new StringBuilder();
  private final Set<Clause> keys = EnumSet.noneOf(Clause.class);
  private Clause clause = Clause.NONE;
  private String number = "";
  private String title = "";
  private boolean isSaidToBeOutside;
  private int line;

  private ArticlesText(String text) {
    if (text.length() > Template.MOST_CHARACTERS) {
      faults.add(new TemplateFault(1, 1, Kind.TOO_LONG, ""));
      return;
    }
    for (String each : text.split("\r\n|\n|\r", -1)) {
      line++;
      Matcher found = ARTICLE_LINE.matcher(each);
      if (found.matches()) {
        article(found.group(1), found.group(2) == null ? "" : found.group(2).strip());
      } else {
        words(each);
      }
    }
    end();
    if (articles.isEmpty() && faults.isEmpty()) {
      faults.add(new TemplateFault(1, 1, Kind.NUMBER_MISSING, ""));
    }
    Template.read(
            template.toString(), AgreementPaper.ARTICLES.fields(), AgreementPaper.ARTICLES.parts())
        .faults()
        .forEach(
            fault ->
                faults.add(
                    new TemplateFault(
                        Math.max(1, fault.line() - 1),
                        fault.column(),
                        fault.kind(),
                        fault.what())));
  }

  static ArticlesText read(String text) {
    return new ArticlesText(text);
  }

  /**
   * The articles of a text without faults.
   *
   * @throws IllegalArgumentException when there are faults
   */
  public static List<Article> articles(String text) {
    ArticlesText read = read(text);
    if (!read.faults.isEmpty()) {
      throw new IllegalArgumentException("no text of articles: " + read.faults);
    }
    return List.copyOf(read.articles);
  }

  /** These articles, to be read again. */
  public static String write(List<Article> articles) {
    StringBuilder text = new StringBuilder();
    boolean isUnderAnother = false;
    for (Article one : articles) {
      boolean isPart = one.number().contains(".") && isUnderAnother;
      isUnderAnother = true;
      text.append(isPart ? "### " : "## ").append(one.number()).append(' ').append(one.title());
      if (one.clause() != Clause.NONE) {
        text.append(" [clé : ").append(one.clause().word()).append(']');
      }
      text.append('\n');
      one.paragraphs().forEach(paragraph -> text.append('\n').append(paragraph).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  /** Those of the text, each line end of which is that of the text with fields below. */
  List<TemplateFault> faults() {
    return faults.stream()
        .sorted(Comparator.comparing(TemplateFault::line).thenComparing(TemplateFault::column))
        .toList();
  }

  /** The text with fields that makes the articles, without keys. */
  String template() {
    return template.toString();
  }

  private void article(String marks, String heading) {
    end();
    String said = heading;
    clause = Clause.NONE;
    Matcher keyed = KEY.matcher(heading);
    if (keyed.matches()) {
      said = keyed.group(1);
      key(keyed.group(2).strip());
    }
    Matcher numbered = HEADING.matcher(said);
    if (numbered.matches()) {
      number = numbered.group(1);
      title = numbered.group(2).strip();
    } else {
      fault(Kind.NUMBER_MISSING, said);
      number = "?";
      title = said.isEmpty() ? "?" : said;
    }
    template
        .append(marks)
        .append(" Article ")
        .append(number)
        .append(" · ")
        .append(title)
        .append('\n');
  }

  private void key(String word) {
    Clause.findByWord(word)
        .ifPresentOrElse(
            found -> {
              clause = found;
              if (!keys.add(found)) {
                fault(Kind.KEY_TWICE, word);
              }
            },
            () ->
                fault(
                    Kind.UNKNOWN_KEY,
                    word
                        + " ("
                        + String.join(
                            ", ",
                            Stream.of(Clause.values())
                                .map(Clause::word)
                                .filter(one -> !one.isEmpty())
                                .toList())
                        + ")"));
  }

  private void words(String written) {
    if (number.isEmpty() && !written.isBlank() && !isSaidToBeOutside) {
      isSaidToBeOutside = true;
      fault(Kind.OUTSIDE_ARTICLES, written.strip());
    }
    body.append(written).append('\n');
    template.append(written).append('\n');
  }

  private void end() {
    if (!number.isEmpty()) {
      List<String> paragraphs =
          Stream.of(body.toString().split("\n[ \t]*\n"))
              .map(String::strip)
              .filter(paragraph -> !paragraph.isEmpty())
              .toList();
      articles.add(new Article(clause, number, title, paragraphs));
    }
    body.setLength(0);
  }

  private void fault(Kind kind, String what) {
    faults.add(new TemplateFault(line, 1, kind, what));
  }
}
