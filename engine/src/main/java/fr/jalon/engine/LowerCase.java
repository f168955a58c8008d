package fr.jalon.engine;

import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a constant as its code: in lower case. */
final class LowerCase extends ValueSerializer<Enum<?>> {
  @Override
  public void serialize(Enum<?> value, JsonGenerator json, SerializationContext context) {
    json.writeString(value.name().toLowerCase(Locale.ROOT));
  }
}
