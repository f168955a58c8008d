package fr.jalon.bench;

import fr.jalon.engine.rule.Rule;
import fr.jalon.engine.rule.Rules;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns round each condition of each rule, and of what it alone is made of, one at a time, and
 * looks whether its examples notice: the good ones, on which it finds nothing, and the bad ones,
 * what is found there, with which words, how it is mended, whether that is certain, and what they
 * become.
 *
 * <p>What only a column of more values than are kept shows, which no example has, is seen by other
 * tests: such a mutant is counted here as unnoticed.
 */
final class RuleMutations {
  private static final String ROOM = "fr.jalon.engine.rule.";
  private static final String EXAMPLES = "engine/src/test/resources/fr/jalon/engine/rule";

  /** What every rule speaks to: a fault there is seen by all, and tried by other tests. */
  private static final Set<String> SHARED =
      Set.of(
          "Rule",
          "Rules",
          "RuleText",
          "Report",
          "Facts",
          "ColumnFacts",
          "Remedy",
          "Cause",
          "Severity");

  private static final long LONGEST_MILLIS = 8_000;

  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
  private final Map<String, Verdict> parts = new TreeMap<>();

  private RuleMutations() {}

  /** How many mutants of a rule its examples noticed, and the places of the others. */
  private record Verdict(int noticed, List<String> unnoticed) {}

  /**
   * @param home folder of the project, where the examples are
   * @param codes of the rules to be tried, all of them when empty
   */
  static RuleMutations of(Path home, List<String> codes) throws IOException {
    RuleMutations mutations = new RuleMutations();
    Map<String, List<Tried>> parts = new TreeMap<>();
    for (Rule rule : Rules.ALL) {
      if (codes.isEmpty() || codes.contains(rule.code())) {
        Tried tried = Tried.of(home.resolve(EXAMPLES).resolve(rule.code()), rule);
        mutations.verdicts.put(rule.code(), verdict(tried.name(), List.of(tried)));
        for (String part : Mutant.parts(tried.name(), ROOM, SHARED)) {
          parts.computeIfAbsent(part, any -> new ArrayList<>()).add(tried);
        }
      }
    }
    for (Map.Entry<String, List<Tried>> part : parts.entrySet()) {
      mutations.parts.put(
          part.getKey().substring(ROOM.length()), verdict(part.getKey(), part.getValue()));
    }
    return mutations;
  }

  /** Rules of whose own conditions no example notices any. */
  List<String> unnoticed() {
    return verdicts.entrySet().stream()
        .filter(verdict -> verdict.getValue().noticed() == 0)
        .filter(verdict -> !verdict.getValue().unnoticed().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  String table() {
    return part("rule", verdicts) + "\n" + part("made of", parts);
  }

  private static String part(String title, Map<String, Verdict> verdicts) {
    StringBuilder table = new StringBuilder();
    String form = "%-24s %8s %8s  %s%n";
    table.append(String.format(Locale.ROOT, form, title, "mutants", "noticed", "unnoticed at"));
    int mutants = 0;
    int noticed = 0;
    for (Map.Entry<String, Verdict> each : verdicts.entrySet()) {
      Verdict verdict = each.getValue();
      int all = verdict.noticed() + verdict.unnoticed().size();
      mutants += all;
      noticed += verdict.noticed();
      String places = String.join(", ", verdict.unnoticed());
      table.append(String.format(Locale.ROOT, form, each.getKey(), all, verdict.noticed(), places));
    }
    return table.append(String.format(Locale.ROOT, form, "all", mutants, noticed, "")).toString();
  }

  /**
   * A rule with its examples.
   *
   * @param name of its class
   * @param right what it says, nothing being turned round
   */
  private record Tried(String code, String name, List<RuleExample> examples, List<String> right) {
    static Tried of(Path folder, Rule rule) throws IOException {
      List<RuleExample> examples;
      try {
        examples = RuleExample.in(folder);
      } catch (UnreadableFile impossible) {
        throw new IllegalStateException(impossible);
      }
      String name = rule.getClass().getName();
      List<String> right =
          outcome(rule.code(), examples, List.of(), name, RuleMutations.bytes(name));
      if (right.size() != examples.size()) {
        throw new IllegalStateException(rule.code() + " " + right);
      }
      return new Tried(rule.code(), name, examples, right);
    }

    boolean notices(String mutated, byte[] bytes) {
      return !right.equals(outcome(code, examples, right, mutated, bytes));
    }
  }

  /** A mutant is noticed when the examples of one of these rules notice it. */
  private static Verdict verdict(String name, List<Tried> rules) throws IOException {
    int noticed = 0;
    List<String> unnoticed = new ArrayList<>();
    for (Mutant mutant : Mutant.of(bytes(name))) {
      if (rules.stream().anyMatch(rule -> rule.notices(name, mutant.bytes()))) {
        noticed++;
      } else {
        unnoticed.add(mutant.place());
      }
    }
    return new Verdict(noticed, unnoticed);
  }

  static byte[] bytes(String name) throws IOException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = RuleMutations.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no class " + name);
      }
      return in.readAllBytes();
    }
  }

  /** What the rule says, one class being as given; in a thread, for a mutant may never end. */
  private static List<String> outcome(
      String code, List<RuleExample> examples, List<String> right, String name, byte[] bytes) {
    AtomicReference<List<String>> outcome = new AtomicReference<>(List.of());
    Thread thread =
        new Thread(() -> outcome.set(said(code, examples, right, name, bytes)), "mutant");
    thread.setDaemon(true);
    Patience.begin();
    thread.start();
    try {
      thread.join(LONGEST_MILLIS);
      Patience.end();
      thread.join(LONGEST_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return Objects.requireNonNullElse(outcome.get(), List.of());
  }

  private static List<String> said(
      String code, List<RuleExample> examples, List<String> right, String name, byte[] bytes) {
    try {
      Class<?> loaded = new Room(name, bytes).loadClass(RuleOutcome.class.getName());
      var constructor = loaded.getDeclaredConstructor(String.class, List.class, List.class);
      constructor.setAccessible(true);
      Supplier<?> outcome = (Supplier<?>) constructor.newInstance(code, examples, right);
      List<String> said = new ArrayList<>();
      for (Object text : (List<?>) Objects.requireNonNull(outcome.get())) {
        said.add(String.valueOf(text));
      }
      return said;
    } catch (InvocationTargetException
        | RuntimeException
        | LinkageError
        | VirtualMachineError failed) {
      return List.of();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The room of the rules loaded anew, one class of it mutated; all else is shared. */
  private static final class Room extends ClassLoader {
    private final String mutated;
    private final byte[] bytes;

    Room(String mutated, byte[] bytes) {
      super(RuleMutations.class.getClassLoader());
      this.mutated = mutated;
      this.bytes = bytes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean ofTheRoom = name.startsWith(ROOM) && name.indexOf('.', ROOM.length()) < 0;
      if (!ofTheRoom && !name.equals(RuleOutcome.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? defined(name) : loaded;
      }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
      try {
        byte[] code = name.equals(mutated) ? bytes : RuleMutations.bytes(name);
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return getParent().getResourceAsStream(name);
    }
  }
}
