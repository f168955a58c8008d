package fr.jalon.portal.deposit;

import fr.jalon.engine.profile.FrenchTerritories;
import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.deposit.describe.Answer;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.MailAddress;
import fr.jalon.portal.web.Page;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form of the description as it was sent. */
record DescriptionForm(int revision, Draft draft) {
  /** Characters of a description: what a page still shows whole. */
  static final int LONGEST_SUMMARY = 5_000;

  private static final int LONGEST_LINE = 500;
  private static final int MOST_KEYWORDS = 30;

  /** What data.gouv.fr takes as a keyword at most (TAG_MAX_LENGTH). */
  private static final int LONGEST_KEYWORD = 96;

  private static final int LONGEST_SENT = 100_000;
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  static DescriptionForm of(MultiValueMap<String, String> form) {
    String revision = text(form, "revision");
    Draft draft =
        new Draft(
            line(form, "title"),
            text(form, "summary"),
            Arrays.stream(line(form, "keywords").split("[,;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList(),
            constant(Theme.class, text(form, "theme")),
            territory(text(form, "territory")),
            constant(License.class, text(form, "license")),
            line(form, "licenseReference"),
            Objects.requireNonNullElse(
                constant(UpdateFrequency.class, text(form, "frequency")), UpdateFrequency.UNKNOWN),
            line(form, "contact"),
            line(form, "period"),
            columns(form),
            EnumSet.allOf(Answer.class),
            "");
    return new DescriptionForm(
        DIGITS.matcher(revision).matches() ? Integer.parseInt(revision) : 0,
        form.containsKey("people") ? draft.agreeingToPeople() : draft);
  }

  /** What is to be put right before going on, in the order of the form. */
  FormErrors errors(Page page) {
    Map<String, String> sentences = new LinkedHashMap<>();
    title(page, sentences);
    summary(page, sentences);
    keywords(page, sentences);
    if (draft.theme() == null) {
      sentences.put("theme", page.t("deposit.description.theme.missing"));
    }
    if (draft.period().length() > LONGEST_LINE) {
      sentences.put("period", page.t("deposit.description.line.long", LONGEST_LINE));
    }
    if (draft.frequency() == UpdateFrequency.UNKNOWN) {
      sentences.put("frequency", page.t("deposit.description.frequency.missing"));
    }
    license(page, sentences);
    if (draft.contact().isEmpty()) {
      sentences.put("contact", page.t("deposit.description.contact.missing"));
    } else if (!MailAddress.isOne(draft.contact())) {
      sentences.put("contact", page.t("deposit.description.contact.odd"));
    }
    draft.columns().values().stream()
        .filter(meaning -> meaning.length() > LONGEST_LINE)
        .findFirst()
        .ifPresent(
            meaning ->
                sentences.put("columns", page.t("deposit.description.columns.long", LONGEST_LINE)));
    people(draft, page, sentences);
    return new FormErrors(sentences);
  }

  /** What seems to speak of people and nobody said that it may be told. */
  static void people(Draft draft, Page page, Map<String, String> sentences) {
    if (!TextsOfPeople.areAgreed(draft)) {
      TextsOfPeople.of(draft)
          .forEach(
              (field, told) ->
                  sentences.putIfAbsent(
                      field,
                      page.t(
                          "deposit.description.people",
                          told.stream()
                              .map(one -> page.t("deposit.people." + one.code()))
                              .collect(Collectors.joining(", ")))));
    }
  }

  private void title(Page page, Map<String, String> sentences) {
    int longest = Description.LONGEST_TITLE;
    if (draft.title().isBlank()) {
      sentences.put("title", page.t("deposit.description.title.missing"));
    } else if (draft.title().length() > longest) {
      sentences.put(
          "title", page.t("deposit.description.title.long", draft.title().length(), longest));
    }
  }

  private void summary(Page page, Map<String, String> sentences) {
    if (draft.summary().isBlank()) {
      sentences.put("summary", page.t("deposit.description.summary.missing"));
    } else if (draft.summary().length() > LONGEST_SUMMARY) {
      sentences.put(
          "summary",
          page.t("deposit.description.summary.long", draft.summary().length(), LONGEST_SUMMARY));
    }
  }

  private void keywords(Page page, Map<String, String> sentences) {
    boolean tooLong = draft.keywords().stream().anyMatch(word -> word.length() > LONGEST_KEYWORD);
    if (tooLong || draft.keywords().size() > MOST_KEYWORDS) {
      sentences.put(
          "keywords", page.t("deposit.description.keywords.long", MOST_KEYWORDS, LONGEST_KEYWORD));
    }
  }

  private void license(Page page, Map<String, String> sentences) {
    if (draft.license() == null) {
      sentences.put("license", page.t("deposit.description.license.missing"));
    } else if (draft.license() == License.APPROVED && draft.licenseReference().isBlank()) {
      sentences.put("licenseReference", page.t("deposit.description.license.reference.missing"));
    } else if (draft.licenseReference().length() > LONGEST_LINE) {
      sentences.put("licenseReference", page.t("deposit.description.line.long", LONGEST_LINE));
    }
  }

  /** "COMMUNE 45232", as the list of the form has them; null for anything else. */
  private static @Nullable Territory territory(String value) {
    int space = value.indexOf(' ');
    if (space < 0) {
      return null;
    }
    Territory.Level level = constant(Territory.Level.class, value.substring(0, space));
    return level == null
        ? null
        : FrenchTerritories.all().find(level, value.substring(space + 1)).orElse(null);
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
    beside("territory", territory(draft, page), territory(theirs, page), page, sentences);
    beside("period", draft.period(), theirs.period(), page, sentences);
    beside(
        "frequency",
        page.t("deposit.frequency." + draft.frequency().name()),
        page.t("deposit.frequency." + theirs.frequency().name()),
        page,
        sentences);
    beside("license", license(draft, page), license(theirs, page), page, sentences);
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

  private static String territory(Draft draft, Page page) {
    return draft.territory() == null
        ? page.t("deposit.territory.none")
        : DescriptionViews.label(page, draft.territory());
  }

  private static String license(Draft draft, Page page) {
    return draft.license() == null
        ? page.t("deposit.license.none")
        : (page.t("deposit.license." + draft.license().name()) + " " + draft.licenseReference())
            .strip();
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
      String meaning = clean(meanings.get(i)).replace('\n', ' ');
      if (!meaning.isEmpty()) {
        columns.put(names.get(i), meaning);
      }
    }
    return columns;
  }

  /** On one line. */
  private static String line(MultiValueMap<String, String> form, String name) {
    return text(form, name).replaceAll("\\s*\\R\\s*", " ");
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
    return text.length() <= LONGEST_SENT ? text : text.substring(0, LONGEST_SENT);
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
