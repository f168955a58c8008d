package fr.jalon.portal.inspection;

import fr.jalon.cli.ReadWords;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.portal.web.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a request: the words of {@code jalon inspect}, and the schema. */
final class ReadParameters {
  static final String SCHEMA = "schema";

  /** Of the file, for a body that is the file itself. */
  static final String NAME = "name";

  /** The language of refusals, as on every address. */
  private static final String LANGUAGE = "lang";

  private ReadParameters() {}

  /** Every parameter there is, in the order in which they are described. */
  static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of("sheet", "table", "header", "encoding", "delimiter", "shape", "hidden"));
    names.add(SCHEMA);
    names.add(NAME);
    return names;
  }

  static InspectOptions of(Map<String, String> given) {
    Map<String, String> words = new HashMap<>();
    for (Map.Entry<String, String> one : given.entrySet()) {
      if (ReadWords.OPTIONS.contains(one.getKey())) {
        check(one);
        words.put(one.getKey(), one.getValue());
      } else if (!List.of(SCHEMA, NAME, LANGUAGE).contains(one.getKey())) {
        throw new Rejected(
            InspectionProblem.UNKNOWN_PARAMETER, shown(one.getKey()), String.join(", ", names()));
      }
    }
    String schema = given.get(SCHEMA);
    if (schema != null && !schema.equals(Schemas.NONE) && Schemas.find(schema).isEmpty()) {
      throw new Rejected(InspectionProblem.BAD_PARAMETER, SCHEMA, shown(schema));
    }
    return new InspectOptions(ReadWords.of(words), schema, null);
  }

  private static void check(Map.Entry<String, String> one) {
    try {
      ReadWords.of(Map.of(one.getKey(), one.getValue()));
    } catch (IllegalArgumentException wrong) {
      throw new Rejected(InspectionProblem.BAD_PARAMETER, one.getKey(), shown(one.getValue()));
    }
  }

  private static String shown(String value) {
    String plain = value.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
  }
}
