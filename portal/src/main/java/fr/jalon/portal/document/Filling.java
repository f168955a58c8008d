package fr.jalon.portal.document;

import fr.jalon.portal.web.Rejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What fields and parts are filled with. */
public record Filling(Map<String, String> fields, Map<String, List<Block>> parts) {
  public Filling {
    fields = Map.copyOf(fields);
    parts = Map.copyOf(parts);
  }

  /** The same where this says something, the other's elsewhere. */
  public Filling over(Filling other) {
    Map<String, String> allFields = new HashMap<>(other.fields);
    fields.forEach(
        (name, value) -> {
          if (!Characters.line(value).isEmpty()) {
            allFields.put(name, value);
          }
        });
    Map<String, List<Block>> allParts = new HashMap<>(other.parts);
    allParts.putAll(parts);
    return new Filling(allFields, allParts);
  }

  /**
   * The document that a text makes with these values.
   *
   * @throws Rejected when the text is none of this kind, names what has no value here, or makes too
   *     long a document
   */
  public Document fill(TextKind kind, String text) {
    Template template =
        Template.read(text, kind.fields(), kind.parts())
            .findTemplate()
            .orElseThrow(() -> new Rejected(DocumentProblem.TEXT_FAULTY));
    Set<String> missing = template.missing(fields);
    template.parts().stream().filter(part -> !parts.containsKey(part)).forEach(missing::add);
    if (!missing.isEmpty()) {
      throw new Rejected(DocumentProblem.FIELDS_MISSING, String.join(", ", missing));
    }
    Document document = template.fill(fields, parts);
    if (document.text().length() > Document.MOST_CHARACTERS) {
      throw new Rejected(DocumentProblem.DOCUMENT_TOO_LONG, Document.MOST_CHARACTERS);
    }
    return document;
  }
}
