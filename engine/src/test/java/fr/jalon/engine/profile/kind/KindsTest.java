package fr.jalon.engine.profile.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "date | 12/03/2022 | 2022-03-12",
        "date | 2022-03-12 | 2022-03-12",
        "date | 2022-03-12 00:00:00 | 2022-03-12",
        "date | 12/03/22 | 2022-03-12",
        "date | 12-03-2022 | 2022-03-12",
        "date | 1er février 2022 | 2022-02-01",
        "date | 12 mars 2022 | 2022-03-12",
        "date | samedi 12 mars 2022 | 2022-03-12",
        "date | 23-Sep-11 | 2011-09-23",
        "date | 2013.01.26 | 2013-01-26",
        "date | 20220312 | 2022-03-12",
        "date | 31/02/2022 | -",
        "date | 02 38 79 22 22 | -",
        "date | 12,5 | -",
        "datetime | 12/03/2022 14:05 | 2022-03-12T14:05",
        "datetime | 2022-03-12T14:05:06Z | 2022-03-12T14:05:06Z",
        "datetime | 12/03/2022 14h05 | 2022-03-12T14:05",
        "decimal | 1 200,50 | 1200.50",
        "decimal | 27,275.25 | 27275.25",
        "decimal | 1.200,50 | 1200.50",
        "decimal | 1 200 € | 1200",
        "decimal | € 12 | 12",
        "decimal | - 1 | -1",
        "decimal | (1 200) | -1200",
        "decimal | 45 % | 45",
        "decimal | 3,5 m2 | 3.5",
        "decimal | 3,5 m | 3.5",
        "decimal | 2,14E+13 | 21400000000000",
        "decimal | 007 | -",
        "decimal | 12 34 | -",
        "decimal | 12abc | -",
        "decimal | ,5 | 0.5",
        "integer | 12 | 12",
        "integer | 1 200 | 1200",
        "integer | 12,5 | -",
        "siret | 213 502 388 00018 | -",
        "siret | 217 500 016 00019 | 21750001600019",
        "siret | 21750001600018 | -",
        "siret | 35600000000048 | 35600000000048",
        "siren | 217500016 | 217500016",
        "rna | w451000123 | W451000123",
        "uai | 0450047F | -",
        "phone | 02.38.79.22.22 | +33238792222",
        "phone | +33 (0)2 38 79 22 22 | +33238792222",
        "phone | 1238792222 | -",
        "email | jean@exemple.fr | jean@exemple.fr",
        "email | jean@exemple | -",
        "url | www.exemple.fr/a | https://www.exemple.fr/a",
        "url | https://exemple.fr | https://exemple.fr",
        "insee | 2a004 | 2A004",
        "insee | 1001 | -",
        "postal | 45000 | 45000",
        "boolean | Oui | true",
        "boolean | FAUX | false",
        "boolean | peut-être | -",
        "latitude | 47,9 | 47.9",
        "latitude | 147.9 | -",
        "lambert93-y | 6766123.5 | 6766123.5",
        "point | 47.9029, 1.9093 | 47.9029,1.9093",
        "point | 47,9 | -",
        "year | 2022 | 2022",
        "iban | FR76 3000 6000 0112 3456 7890 189 | FR7630006000011234567890189",
        "nir | 1 85 05 78 006 084 91 | 185057800608491",
        "nir | 217 500 016 00019 | -",
        "uuid | 550e8400-e29b-41d4-a716-446655440000 | 550e8400-e29b-41d4-a716-446655440000",
        "json | {\"a\":1} | {\"a\":1}",
        "json | (1200) | -"
      })
  void writesAValueCanonically(String kind, String value, String canonical) {
    assertThat(canonical(kind, value)).isEqualTo(canonical);
  }

  @Test
  void takesUnbreakableSpacesBetweenThousands() {
    assertThat(canonical("decimal", "1\u00a0200,50")).isEqualTo("1200.50");
    assertThat(canonical("decimal", "1\u202f200\u00a0€")).isEqualTo("1200");
  }

  @Test
  void onlyAmountsAreAddedUp() {
    assertThat(Kinds.ALL.stream().filter(Kind::summable))
        .containsExactly(Kinds.INTEGER, Kinds.DECIMAL);
    assertThat(Kinds.TEXT.summable()).isFalse();
    assertThat(Kinds.EMPTY.summable()).isFalse();
  }

  @Test
  void aKindIsFoundByItsCodeWhetherValuesAreJudgedForItOrNot() {
    for (Kind kind : Kinds.ALL) {
      assertThat(Kinds.get(kind.code())).isSameAs(kind);
      assertThat(Kinds.has(kind.code())).isTrue();
    }
    assertThat(Kinds.get("text")).isSameAs(Kinds.TEXT);
    assertThat(Kinds.get("empty")).isSameAs(Kinds.EMPTY);
    assertThat(Kinds.has("text")).isFalse();
    assertThat(Kinds.find("parcelle")).isEmpty();
    assertThatThrownBy(() -> Kinds.index(Kinds.TEXT)).hasMessageContaining("text");
  }

  private static @Nullable String canonical(String code, String value) {
    Kind kind = Kinds.get(code);
    Text text = Text.of(value);
    return kind.plausible(new Shape().look(text)) ? kind.canonical(text) : null;
  }
}
