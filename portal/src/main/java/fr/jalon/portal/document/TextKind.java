package fr.jalon.portal.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A text of which there is one for each owner, shipped with the program and edited by people. Its
 * shipped words are beside its class, in {@code texts/<key>.txt}.
 */
public interface TextKind {
  /** Its name in addresses and in files: "avenant". */
  String key();

  /** Key of its name in the message files. */
  String messageKey();

  /** What it may name, in the order in which people are told. */
  Set<String> fields();

  /** What it may name on a line of its own. */
  Set<String> parts();

  /** What is wrong in a text that is to be of this kind. */
  default List<TemplateFault> faults(String text) {
    return Template.read(text, fields(), parts()).faults();
  }

  /** The words it has until somebody writes others. */
  default String shipped() {
    String name = "texts/" + key() + ".txt";
    try (InputStream file = getClass().getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("missing on the class path: " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
