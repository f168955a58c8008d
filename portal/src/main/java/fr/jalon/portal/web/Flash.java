package fr.jalon.portal.web;

import java.io.Serializable;
import java.util.List;

/**
 * One sentence the next page says after a form was sent: redirect with {@code
 * attributes.addFlashAttribute(Flash.NAME, Flash.of("deposit.saved"))}.
 */
public record Flash(String key, List<String> values) implements Serializable {
  public static final String NAME = "flash";

  public Flash {
    values = List.copyOf(values);
  }

  public static Flash of(String key, String... values) {
    return new Flash(key, List.of(values));
  }
}
