package fr.jalon.portal.deposit;

import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form of the description as it was sent. */
record DescriptionForm(int revision, Draft draft) {
  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_TEXT = 10_000;
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  static DescriptionForm of(MultiValueMap<String, String> form) {
    String revision = text(form, "revision");
    return new DescriptionForm(
        DIGITS.matcher(revision).matches() ? Integer.parseInt(revision) : 0,
        new Draft(
            text(form, "title"),
            text(form, "summary"),
            Arrays.stream(text(form, "keywords").split("[,;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList(),
            constant(Theme.class, text(form, "theme")),
            Objects.requireNonNullElse(
                constant(License.class, text(form, "license")), License.LICENCE_OUVERTE),
            Objects.requireNonNullElse(
                constant(UpdateFrequency.class, text(form, "frequency")), UpdateFrequency.UNKNOWN),
            text(form, "contact"),
            text(form, "period"),
            columns(form)));
  }

  /** What is to be put right before going on. */
  FormErrors errors(Page page) {
    Map<String, String> sentences = new LinkedHashMap<>();
    if (draft.title().isBlank()) {
      sentences.put("title", page.t("deposit.description.title.missing"));
    } else if (draft.title().length() > LONGEST_TITLE) {
      sentences.put(
          "title", page.t("deposit.description.title.long", draft.title().length(), LONGEST_TITLE));
    }
    if (draft.summary().isBlank()) {
      sentences.put("summary", page.t("deposit.description.summary.missing"));
    }
    if (!draft.contact().isEmpty() && !ADDRESS.matcher(draft.contact()).matches()) {
      sentences.put("contact", page.t("deposit.description.contact.odd"));
    }
    return new FormErrors(sentences);
  }

  /**
   * What a colleague, or oneself in another tab, wrote meanwhile, beside each answer it differs
   * from.
   */
  FormErrors besides(Draft theirs, Page page) {
    Map<String, String> sentences = new LinkedHashMap<>();
    beside("title", draft.title(), theirs.title(), page, sentences);
    beside("summary", draft.summary(), theirs.summary(), page, sentences);
    beside(
        "keywords",
        String.join(", ", draft.keywords()),
        String.join(", ", theirs.keywords()),
        page,
        sentences);
    beside("theme", theme(draft, page), theme(theirs, page), page, sentences);
    beside("period", draft.period(), theirs.period(), page, sentences);
    beside(
        "frequency",
        page.t("deposit.frequency." + draft.frequency().name()),
        page.t("deposit.frequency." + theirs.frequency().name()),
        page,
        sentences);
    beside(
        "license",
        page.t("deposit.license." + draft.license().name()),
        page.t("deposit.license." + theirs.license().name()),
        page,
        sentences);
    beside("contact", draft.contact(), theirs.contact(), page, sentences);
    theirs
        .columns()
        .forEach(
            (name, meaning) ->
                beside(
                    "column " + name,
                    draft.columns().getOrDefault(name, ""),
                    name + " : " + meaning,
                    page,
                    sentences));
    if (sentences.isEmpty()) {
      sentences.put("title", page.t("deposit.problem.changed-meanwhile"));
    }
    return new FormErrors(sentences);
  }

  private static String theme(Draft draft, Page page) {
    return draft.theme() == null
        ? page.t("deposit.theme.none")
        : page.t("deposit.theme." + draft.theme().name());
  }

  private static void beside(
      String field, String mine, String theirs, Page page, Map<String, String> sentences) {
    if (!mine.equals(theirs)) {
      sentences.put(field, page.t("deposit.description.meanwhile", theirs));
    }
  }

  private static Map<String, String> columns(MultiValueMap<String, String> form) {
    List<String> names = form.getOrDefault("column", List.of());
    List<String> meanings = form.getOrDefault("meaning", List.of());
    Map<String, String> columns = new HashMap<>();
    for (int i = 0; i < Math.min(names.size(), meanings.size()); i++) {
      String meaning = clean(meanings.get(i));
      if (!meaning.isEmpty()) {
        columns.put(names.get(i), meaning);
      }
    }
    return columns;
  }

  private static String text(MultiValueMap<String, String> form, String name) {
    return clean(form.getFirst(name));
  }

  /** Trimmed, with the line breaks of one system, without characters PostgreSQL refuses. */
  private static String clean(@Nullable String value) {
    if (value == null) {
      return "";
    }
    String text = value.replace("\r\n", "\n").replace("\u0000", "").strip();
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
