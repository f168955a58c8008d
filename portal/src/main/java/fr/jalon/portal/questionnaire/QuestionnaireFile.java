package fr.jalon.portal.questionnaire;

import fr.jalon.engine.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The questionnaire that Jalon is shipped with: its first version. */
final class QuestionnaireFile {
  private QuestionnaireFile() {}

  static Questionnaire shipped() {
    try (InputStream in = QuestionnaireFile.class.getResourceAsStream("questionnaire.yaml")) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: questionnaire.yaml");
      }
      return of(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static Questionnaire read(String yaml) {
    return of(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
  }

  /** A question weighs 1 unless the file says otherwise. */
  private static Questionnaire of(Map<String, Object> whole) {
    for (Map<String, Object> section : list(whole, "sections")) {
      list(section, "questions").forEach(question -> question.putIfAbsent("weight", 1));
    }
    return Json.read(Json.write(whole), Questionnaire.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
    return (List<Map<String, Object>>)
        Objects.requireNonNull(of.get(name), () -> "the questionnaire has no " + name);
  }
}
