package fr.jalon.engine.table;

import java.util.Map;

/** Something worth saying about the reading: a stable code and the values its sentence needs. */
public record Note(String code, Map<String, String> parameters) {
  public Note {
    parameters = InOrder.copyOf(parameters);
  }

  public static Note of(String code) {
    return new Note(code, Map.of());
  }
}
