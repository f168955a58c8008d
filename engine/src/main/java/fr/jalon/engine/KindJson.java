package fr.jalon.engine;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/**
 * A kind in JSON is its code; one that only an older or a newer Jalon knows is read as any text.
 */
final class KindJson {
  private KindJson() {}

  static final class Writer extends ValueSerializer<Kind> {
    @Override
    public void serialize(Kind value, JsonGenerator json, SerializationContext context) {
      json.writeString(value.code());
    }
  }

  static final class Reader extends ValueDeserializer<Kind> {
    @Override
    public Kind deserialize(JsonParser json, DeserializationContext context) {
      return Kinds.find(json.getString()).orElse(Kinds.TEXT);
    }
  }
}
