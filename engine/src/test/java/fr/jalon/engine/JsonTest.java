package fr.jalon.engine;

import static fr.jalon.engine.export.WrittenFormat.GEOJSON;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Export.WrittenColumn;
import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
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

  @Test
  void anExportIsStoredAsBeforeItsColumnsHadTypes() {
    String stored =
        """
        {"after":null,"files":[{"file":"data.geojson","format":"geojson","size":12,"sha256":"ab",\
        "rows":3}],"columns":[{"name":"lat","type":"decimal","kind":"latitude","title":"Latitude",\
        "role":"latitude"},{"name":"jour","type":"date","kind":"date","title":"Jour",\
        "role":null}],"rows":3}\
        """;
    Export export = Json.read(stored, Export.class);
    assertThat(export.files()).extracting(Export.Written::format).containsExactly(GEOJSON);
    assertThat(export.columns())
        .containsExactly(
            new WrittenColumn("lat", ValueType.DECIMAL, Kinds.LATITUDE, "Latitude", Role.LATITUDE),
            new WrittenColumn("jour", ValueType.DATE, Kinds.DATE, "Jour", null));
    assertThat(Json.write(export))
        .isEqualTo(stored.substring(0, stored.length() - 1) + ",\"leftOut\":[],\"updated\":null}");
  }

  @Test
  void aProfileKeepsItsCodes() {
    String stored =
        """
        {"name":"n","letters":"A","type":"TEXT","kind":"text","kindShare":1.0,\
        "canonicalShare":1.0,"filled":1,"empty":0,"distinct":1,"minimum":"a","maximum":"a",\
        "longest":1,"top":[],"examples":[],"personal":null}\
        """;
    ColumnProfile profile = Json.read(stored, ColumnProfile.class);
    assertThat(profile.asKind()).isSameAs(Kinds.TEXT);
    assertThat(Json.write(profile)).isEqualTo(stored);
  }

  @Test
  void aKindThatOnlyAnotherJalonKnowsIsAnyText() {
    WrittenColumn column =
        Json.read(
            """
            {"name": "n", "type": "text", "kind": "parcel", "title": "n", "role": null}
            """,
            WrittenColumn.class);
    assertThat(column.kind()).isSameAs(Kinds.TEXT);
  }
}
