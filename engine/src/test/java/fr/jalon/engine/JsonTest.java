package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.schema.Fit;
import fr.jalon.engine.schema.SchemaMatch.FieldMatch;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Shape;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void aReadingStoredBeforeTablesWereToldApartIsOfOneTableAsItStands() {
    Reading reading =
        Json.read(
            """
            {"format": "csv", "encoding": "utf-8", "bom": false, "delimiter": ";", "quote": null,
             "escape": null, "recordEnd": null, "sheet": null, "sheets": [], "headerRows": [1],
             "firstDataRow": 2, "rows": 3, "columns": ["Nom"], "skipped": [], "head": [],
             "crs": null, "notes": []}
            """,
            Reading.class);
    assertThat(reading.tables()).isEmpty();
    assertThat(reading.table()).isEqualTo(1);
    assertThat(reading.shape()).isEqualTo(Shape.ROWS);
    assertThat(Json.read(Json.write(reading), Reading.class)).isEqualTo(reading);
  }

  @Test
  void optionsStoredBeforeTablesWereToldApartSayNothingOfThem() {
    assertThat(
            Json.read(
                """
                {"encoding": null, "delimiter": null, "sheet": null, "headerRows": null}
                """,
                ReadOptions.class))
        .isEqualTo(ReadOptions.NONE);
  }

  @Test
  void aPairStoredBeforeItsFitWasToldHasAnUnknownOne() {
    FieldMatch pair =
        Json.read(
            """
            {"field": "montant", "title": "Combien", "required": true, "column": "Montant",
             "confidence": 0.9, "reason": "name"}
            """,
            FieldMatch.class);
    assertThat(pair.fit()).isEqualTo(Fit.UNKNOWN);
    assertThat(Json.read(Json.write(pair), FieldMatch.class)).isEqualTo(pair);
  }
}
