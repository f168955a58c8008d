package fr.jalon.portal.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be put right in a form: the name of a field and a sentence, in the form's order. */
public record FormErrors(Map<String, String> sentences) {
  public static final FormErrors NONE = new FormErrors(Map.of());

  public FormErrors {
    sentences = Collections.unmodifiableMap(new LinkedHashMap<>(sentences));
  }

  public static FormErrors of(String field, String sentence) {
    return new FormErrors(Map.of(field, sentence));
  }

  public boolean isEmpty() {
    return sentences.isEmpty();
  }

  public @Nullable String of(String field) {
    return sentences.get(field);
  }
}
