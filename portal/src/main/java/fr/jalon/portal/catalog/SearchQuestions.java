package fr.jalon.portal.catalog;

import fr.jalon.portal.catalog.SearchQuestion.Part;
import fr.jalon.portal.catalog.Vocabulary.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands what people type: forgives errors in words that no dataset holds, knows other words
 * for the same thing, takes what is between quotes as it stands and leaves out what follows a
 * minus.
 */
@Component
class SearchQuestions {
  /** What is typed beyond is left out: each word is looked up, and each is an index asked. */
  private static final int MOST_WORDS = 12;

  /** A word that so few datasets hold may be an error of theirs. */
  private static final long RARE = 3;

  /** So much more frequent, and the near word is likelier to have been meant. */
  private static final long MUCH_MORE = 20;

  /** The longest name of a thing, in words, that is looked for among the synonyms. */
  private static final int LONGEST_NAME = 4;

  private static final Pattern CHUNK = Pattern.compile("(-?)\"([^\"]*)\"|(\\S+)");

  private final Synonyms synonyms;
  private final Vocabulary vocabulary;
  private final Stems stems;

  /** Of the words of synonyms: a stem never changes. */
  private final Map<String, String> stemsOfSynonyms = new ConcurrentHashMap<>();

  SearchQuestions(Synonyms synonyms, Vocabulary vocabulary, Stems stems) {
    this.synonyms = synonyms;
    this.vocabulary = vocabulary;
    this.stems = stems;
  }

  SearchQuestion of(String typed) {
    Typed all = Typed.read(typed);
    if (all.words().isEmpty() && all.quoted().isEmpty() && all.without().isEmpty()) {
      return new SearchQuestion(List.of(), List.of(), List.of(), List.of());
    }
    return new Understanding(all).question();
  }

  /**
   * What is typed, apart.
   *
   * @param joined what two words make that a hyphen joined: "covoiturage"
   */
  private record Typed(
      List<String> words,
      Set<String> joined,
      List<List<String>> quoted,
      List<List<String>> without) {
    static Typed read(String typed) {
      Typed read =
          new Typed(new ArrayList<>(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
      Matcher chunk = CHUNK.matcher(Folding.fold(typed));
      while (chunk.find() && read.words.size() < MOST_WORDS) {
        String plain = chunk.group(3);
        if (plain == null) {
          read.add(
              chunk.group(1).isEmpty() ? read.quoted : read.without,
              SearchWords.of(chunk.group(2)));
        } else if (plain.length() > 1 && plain.startsWith("-")) {
          read.add(read.without, SearchWords.of(plain));
        } else {
          read.add(SearchWords.of(plain), plain.indexOf('-') > 0);
        }
      }
      return read;
    }

    private void add(List<List<String>> lists, List<String> some) {
      if (!some.isEmpty() && lists.size() < MOST_WORDS) {
        lists.add(some);
      }
    }

    private void add(List<String> some, boolean hyphen) {
      if (hyphen && some.size() == 2) {
        joined.add(some.get(0) + some.get(1));
      }
      some.stream().limit(MOST_WORDS - words.size()).forEach(words::add);
    }

    Set<String> distinct() {
      Set<String> distinct = new TreeSet<>(words);
      distinct.addAll(joined);
      quoted.forEach(distinct::addAll);
      without.forEach(distinct::addAll);
      return distinct;
    }
  }

  /** One question in the making. */
  private final class Understanding {
    private final Typed typed;
    private final Map<String, String> stemOf;
    private final Map<String, Long> counts;
    private final List<List<List<String>>> names = new ArrayList<>();
    private final Map<String, List<Known>> guesses;
    private final List<Correction> corrections = new ArrayList<>();
    private final List<Correction> suggestions = new ArrayList<>();

    Understanding(Typed typed) {
      this.typed = typed;
      this.stemOf = stems.of(typed.distinct());
      this.counts = vocabulary.counts(new HashSet<>(stemOf.values()));
      List<List<List<String>>> phrases = synonyms.phrases();
      learn(phrases);
      phrases.forEach(line -> names.add(line.stream().map(this::stemsOfSynonym).toList()));
      this.guesses = guesses();
    }

    SearchQuestion question() {
      List<Part> parts = new ArrayList<>();
      List<String> words = typed.words().stream().filter(stemOf::containsKey).toList();
      for (int i = 0; i < words.size(); ) {
        String joined = joinedAt(words, i);
        int length = Math.max(longestName(words, i), joined == null ? 1 : 2);
        parts.add(part(words.subList(i, i + length), length == 2 ? joined : null));
        i += length;
      }
      typed.quoted().forEach(quoted -> parts.addAll(quoted(quoted)));
      return new SearchQuestion(
          parts,
          typed.without().stream().map(this::phrase).filter(one -> !one.isEmpty()).toList(),
          corrections,
          suggestions);
    }

    private void learn(List<List<List<String>>> phrases) {
      Set<String> unknown = new HashSet<>();
      phrases.forEach(line -> line.forEach(unknown::addAll));
      unknown.removeAll(stemsOfSynonyms.keySet());
      if (!unknown.isEmpty()) {
        Map<String, String> learnt = stems.of(unknown);
        unknown.forEach(word -> stemsOfSynonyms.put(word, learnt.getOrDefault(word, word)));
      }
    }

    private List<String> stemsOfSynonym(List<String> words) {
      return words.stream().map(word -> stemsOfSynonyms.getOrDefault(word, word)).toList();
    }

    private Map<String, List<Known>> guesses() {
      List<String> doubtful =
          typed.words().stream()
              .filter(word -> stemOf.containsKey(word) && count(word) <= RARE)
              .toList();
      if (doubtful.isEmpty()) {
        return Map.of();
      }
      String last = typed.words().get(typed.words().size() - 1);
      return vocabulary.guesses(
          doubtful, doubtful.contains(last) && count(last) == 0 ? last : null, stemsOfSynonyms);
    }

    private long count(String word) {
      return counts.getOrDefault(stemOf.getOrDefault(word, ""), 0L);
    }

    /** The stems that a word stands for: its own, and those it may have meant. */
    private List<String> stems(String word) {
      Set<String> all = new LinkedHashSet<>();
      String own = Objects.requireNonNull(stemOf.get(word));
      if (count(word) > 0) {
        return List.of(own);
      }
      all.add(own);
      if (!isSynonym(own)) {
        guesses.getOrDefault(word, List.of()).forEach(known -> all.add(known.stem()));
      }
      return List.copyOf(all);
    }

    private boolean isSynonym(String stem) {
      return names.stream().anyMatch(line -> line.stream().anyMatch(name -> name.contains(stem)));
    }

    private int longestName(List<String> words, int from) {
      int longest = 1;
      for (List<List<String>> line : names) {
        for (List<String> name : line) {
          if (name.size() > longest && name.size() <= LONGEST_NAME && isAt(name, words, from)) {
            longest = name.size();
          }
        }
      }
      return longest;
    }

    private boolean isAt(List<String> name, List<String> words, int from) {
      if (from + name.size() > words.size()) {
        return false;
      }
      for (int i = 0; i < name.size(); i++) {
        if (!stems(words.get(from + i)).contains(name.get(i))) {
          return false;
        }
      }
      return !name.isEmpty();
    }

    /** The one word that two make, when a hyphen joins them and datasets hold it. */
    private @Nullable String joinedAt(List<String> words, int from) {
      String joined = from + 1 < words.size() ? words.get(from) + words.get(from + 1) : "";
      return typed.joined().contains(joined) && count(joined) > 0 ? joined : null;
    }

    private Part part(List<String> words, @Nullable String joined) {
      Set<String> sought = new LinkedHashSet<>();
      List<String> own = new ArrayList<>();
      for (String word : words) {
        List<String> some = stems(word);
        if (joined == null) {
          tell(word);
        }
        sought.addAll(some);
        own.add(or(some.stream().map(SearchQuestions::quote).toList()));
      }
      Set<String> ways = new LinkedHashSet<>(Set.of(and(own)));
      if (joined != null) {
        String stem = Objects.requireNonNull(stemOf.get(joined));
        ways.add(quote(stem));
        sought.add(stem);
      }
      for (List<List<String>> line : names) {
        if (line.stream().anyMatch(name -> name.size() == words.size() && isAt(name, words, 0))) {
          line.forEach(
              name -> {
                ways.add(and(name.stream().map(SearchQuestions::quote).toList()));
                sought.addAll(name);
              });
        }
      }
      return new Part(and(own), or(ways), sought, weight(words));
    }

    /** Says what was sought in the place of a word, or could be. */
    private void tell(String word) {
      List<Known> meant = guesses.getOrDefault(word, List.of());
      if (meant.isEmpty() || isSynonym(Objects.requireNonNull(stemOf.get(word)))) {
        return;
      }
      Known first = meant.get(0);
      if (first.word().startsWith(word) && count(word) == 0) {
        return;
      }
      if (count(word) == 0) {
        corrections.add(new Correction(word, first.word()));
      } else if (first.datasets() >= MUCH_MORE * count(word)) {
        suggestions.add(new Correction(word, first.word()));
      }
    }

    /** As the inverse of how many datasets hold it, on a scale where each tenfold is one more. */
    private double weight(Collection<String> words) {
      long most = words.stream().mapToLong(this::count).min().orElse(0);
      return 1 / (1 + Math.log10(1 + most));
    }

    private List<Part> quoted(List<String> words) {
      String phrase = phrase(words);
      Set<String> sought =
          words.stream().map(stemOf::get).filter(Objects::nonNull).collect(Collectors.toSet());
      return phrase.isEmpty()
          ? List.of()
          : List.of(new Part(phrase, phrase, sought, weight(words)));
    }

    private String phrase(List<String> words) {
      List<String> known =
          words.stream()
              .map(stemOf::get)
              .filter(Objects::nonNull)
              .map(SearchQuestions::quote)
              .toList();
      return known.isEmpty() ? "" : "(" + String.join(" <-> ", known) + ")";
    }
  }

  private static String or(Collection<String> asked) {
    return asked.size() == 1
        ? asked.iterator().next()
        : asked.stream().collect(Collectors.joining(" | ", "(", ")"));
  }

  private static String and(List<String> asked) {
    return asked.size() == 1
        ? asked.get(0)
        : asked.stream().collect(Collectors.joining(" & ", "(", ")"));
  }

  /**
   * A lexeme, never an operator: words hold letters and digits only, and are quoted all the same.
   */
  private static String quote(String stem) {
    return "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
