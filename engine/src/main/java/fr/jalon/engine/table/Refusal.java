package fr.jalon.engine.table;

import java.util.Map;

/**
 * Why a file cannot be read, as a stable code ("empty-file", "password-protected"…) and the values
 * its sentence needs.
 *
 * <p>The sentences are in the message files under {@code refusal.<code>}: what was found, then what
 * to do.
 */
public record Refusal(String code, Map<String, String> parameters) {
  public Refusal {
    parameters = InOrder.copyOf(parameters);
  }

  public static Refusal of(String code) {
    return new Refusal(code, Map.of());
  }
}
