package fr.jalon.engine.rule.mend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.jalon.engine.Json;
import fr.jalon.engine.profile.Misreading;
import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.YearWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which mends cannot be accepted together: the whole list, pair by pair. */
class ExclusionTest {
  private static final ColumnRef COLUMN = new ColumnRef("c", "C");
  private static final ColumnRef OTHER = new ColumnRef("d", "D");

  /** At least one conversion of each type, and two settings of it where it has some. */
  private static final Map<String, Conversion> CONVERSIONS = conversions();

  /** Pieces that conversions look for, alone and one behind the other. */
  private static final List<String> VALUES = values();

  private static List<String> values() {
    List<String> pieces =
        List.of(
            "&amp;",
            "eacute;",
            "#39;",
            "_x0041_",
            "_x000D_",
            "_x005F_",
            "x0041_",
            "\u00a0",
            " ",
            "\u200b",
            "\ufeff",
            "\u0001",
            "\u00ad",
            "\n",
            "\t",
            "\u2028",
            "Ã©",
            "Ã ",
            "Â",
            "ƒ",
            "Ë",
            "‚",
            "mot",
            "É",
            "»",
            "-",
            "(",
            ")",
            "+",
            "\u2212",
            ".",
            ",",
            "5",
            "12",
            "000",
            "234",
            ".0",
            ",00",
            "€",
            " m",
            " cm",
            "%",
            "12/03/2022",
            "3 mars 2022",
            "du ",
            "47.91",
            "1.92",
            "NC",
            "oui",
            "1",
            "#REF!",
            "39001001",
            "4599991900017",
            "4500",
            "0",
            "00000");
    List<String> values = new ArrayList<>(pieces);
    for (String one : pieces) {
      for (String other : pieces) {
        values.add(one + other);
        for (String last : pieces) {
          values.add(one + other + last);
        }
      }
    }
    return values;
  }

  private static Map<String, Conversion> conversions() {
    Map<String, Conversion> all = new TreeMap<>();
    all.put("accents", new Conversion.MendAccents(Mojibake.Surety.SURE));
    all.put("accents-doubtful", new Conversion.MendAccents(Mojibake.Surety.DOUBTFUL));
    all.put("again-mac", new Conversion.ReadAgain(Misreading.WINDOWS_AS_MACINTOSH));
    all.put("again-dos", new Conversion.ReadAgain(Misreading.DOS_AS_WINDOWS));
    all.put("escapes", new Conversion.Unescape(Escapes.Extent.SURE));
    all.put("escapes-all", new Conversion.Unescape(Escapes.Extent.ALL));
    all.put("unseen", new Conversion.DropUnseen());
    all.put("lines", new Conversion.JoinLines());
    all.put("spaces", new Conversion.TrimSpaces());
    all.put("empty-words", new Conversion.EmptyOut(Conversion.EmptyOut.Nothing.BLANK_WORDS));
    all.put("empty-errors", new Conversion.EmptyOut(Conversion.EmptyOut.Nothing.FORMULA_ERRORS));
    all.put("empty-spaces", new Conversion.EmptyOut(Conversion.EmptyOut.Nothing.SPACES));
    all.put("point-zero-insee", new Conversion.DropPointZero(Code.INSEE));
    all.put("point-zero-phone", new Conversion.DropPointZero(Code.PHONE));
    all.put("join-siren", new Conversion.JoinCode(Code.SIREN));
    all.put("join-siret", new Conversion.JoinCode(Code.SIRET));
    all.put("zero-insee", new Conversion.RestoreZero(Code.INSEE));
    all.put("zero-postal", new Conversion.RestoreZero(Code.POSTAL));
    all.put("signs", new Conversion.WriteSigns(Conversion.WriteSigns.Signs.PLAIN));
    all.put("signs-customary", new Conversion.WriteSigns(Conversion.WriteSigns.Signs.CUSTOMARY));
    all.put("unit-m", new Conversion.OneUnit("m", Map.of("cm", new BigDecimal("0.01"))));
    all.put("unit-cm", new Conversion.OneUnit("cm", Map.of("m", new BigDecimal("100"))));
    all.put("units-euro", new Conversion.StripUnits(List.of("€"), false));
    all.put("units-share", new Conversion.StripUnits(List.of("%"), true));
    all.put("groups", new Conversion.JoinGroups(Commas.DECIMAL));
    all.put("groups-english", new Conversion.JoinGroups(Commas.THOUSANDS));
    all.put("mark-comma", new Conversion.JoinMark(Conversion.JoinMark.Mark.COMMA));
    all.put("mark-point", new Conversion.JoinMark(Conversion.JoinMark.Mark.POINT));
    all.put("mark-space", new Conversion.JoinMark(Conversion.JoinMark.Mark.SPACE));
    all.put("point", new Conversion.DecimalPoint());
    all.put("numbers", new Conversion.WriteNumbers(Commas.DECIMAL));
    all.put("numbers-english", new Conversion.WriteNumbers(Commas.THOUSANDS));
    all.put("day-numbers", new Conversion.ReadDayNumbers());
    Conversion.WriteDates.Form date = Conversion.WriteDates.Form.DATE;
    all.put("dates", new Conversion.WriteDates(date, DateOrder.DAY_FIRST, null));
    all.put("dates-english", new Conversion.WriteDates(date, DateOrder.MONTH_FIRST, null));
    all.put(
        "dates-births",
        new Conversion.WriteDates(date, DateOrder.DAY_FIRST, new YearWindow(1927, 2026)));
    all.put("date-in-words", new Conversion.ExtractDate(DateOrder.DAY_FIRST));
    all.put("date-in-words-english", new Conversion.ExtractDate(DateOrder.MONTH_FIRST));
    all.put("yes-oui", new Conversion.WriteBooleans("oui", "non"));
    all.put("yes-true", new Conversion.WriteBooleans("true", "false"));
    all.put("turn-longitude", new Conversion.TurnPoints(PointOrder.LONGITUDE_FIRST));
    all.put("turn-latitude", new Conversion.TurnPoints(PointOrder.LATITUDE_FIRST));
    all.put("unknown", new Conversion.Unknown());
    all.put("outlines-open", new Conversion.MendOutlines(Set.of(OutlineFault.OPEN)));
    all.put("outlines-turned", new Conversion.MendOutlines(Set.of(OutlineFault.TURNED)));
    return all;
  }

  @Test
  void triesEveryTypeOfConversion() {
    assertThat(CONVERSIONS.values().stream().map(Object::getClass).collect(Collectors.toSet()))
        .as("a new conversion gets its line above, and its pairs in the test below")
        .containsExactlyInAnyOrder(Conversion.class.getPermittedSubclasses());
  }

  @Test
  void twoConversionsOfAColumnExcludeEachOtherWhenTheyReadItInTwoWays() {
    List<String> excluding = new ArrayList<>();
    for (Map.Entry<String, Conversion> one : CONVERSIONS.entrySet()) {
      for (Map.Entry<String, Conversion> other : CONVERSIONS.entrySet()) {
        Exclusion both = exclusion(one.getValue(), COLUMN, other.getValue(), COLUMN);
        assertThat(exclusion(one.getValue(), COLUMN, other.getValue(), OTHER)).isNull();
        assertThat(exclusion(other.getValue(), COLUMN, one.getValue(), COLUMN)).isEqualTo(both);
        if (both != null && one.getKey().compareTo(other.getKey()) < 0) {
          assertThat(both).isEqualTo(Exclusion.TWO_READINGS);
          excluding.add(one.getKey() + " × " + other.getKey());
        }
      }
    }

    assertThat(excluding)
        .containsExactly(
            "again-dos × again-mac",
            "date-in-words × date-in-words-english",
            "dates × dates-births",
            "dates × dates-english",
            "dates-births × dates-english",
            "groups-english × point",
            "join-siren × join-siret",
            "mark-comma × point",
            "numbers × numbers-english",
            "point-zero-insee × point-zero-phone",
            "turn-latitude × turn-longitude",
            "unit-cm × unit-m",
            "unit-cm × units-euro",
            "unit-cm × units-share",
            "unit-m × units-euro",
            "unit-m × units-share",
            "units-euro × units-share",
            "yes-oui × yes-true",
            "zero-insee × zero-postal");
  }

  /**
   * Those of two stages are always applied in the order of these; of one stage, in any. A value
   * that neither changes is the same in both orders.
   */
  @Test
  void conversionsOfOneStageThatDoNotExcludeEachOtherMayComeInAnyOrder() {
    List<Conversion> all = List.copyOf(CONVERSIONS.values());
    List<List<String>> converted = all.stream().map(ExclusionTest::convertedBy).toList();
    for (int first = 0; first < all.size(); first++) {
      for (int second = first + 1; second < all.size(); second++) {
        Conversion one = all.get(first);
        Conversion other = all.get(second);
        if (one.stage() != other.stage() || exclusion(one, COLUMN, other, COLUMN) != null) {
          continue;
        }
        for (int i = 0; i < VALUES.size(); i++) {
          String value = VALUES.get(i);
          String byOne = converted.get(first).get(i);
          String byOther = converted.get(second).get(i);
          boolean untouched = byOne.equals(value) && byOther.equals(value);
          if (!untouched && !one.convert(byOther).equals(other.convert(byOne))) {
            fail("«%s» depends on the order of %s and %s", value, one, other);
          }
        }
      }
    }
  }

  private static List<String> convertedBy(Conversion one) {
    return VALUES.stream().map(one::convert).toList();
  }

  @Test
  void aConversionChangesNothingTwice() {
    for (Conversion one : CONVERSIONS.values()) {
      for (String value : VALUES) {
        String once = one.convert(value);
        if (!once.equals(value) && !one.convert(once).equals(once)) {
          fail("«%s» became «%s» by %s, and changes again", value, once, one);
        }
      }
    }
  }

  @Test
  void twoMendsOfOtherTypesExcludeEachOtherForThreeReasonsAlone() {
    MapValues aToB = MapValues.of(COLUMN, Map.of("a", "b"));
    assertThat(Mending.exclusion(aToB, MapValues.of(COLUMN, Map.of("a", "c"))))
        .isEqualTo(Exclusion.TWO_VALUES);
    assertThat(Mending.exclusion(aToB, MapValues.of(COLUMN, Map.of("b", "c"))))
        .isEqualTo(Exclusion.TWO_VALUES);
    assertThat(Mending.exclusion(aToB, MapValues.of(COLUMN, Map.of("d", "b")))).isNull();
    assertThat(Mending.exclusion(new FillBlanks(COLUMN, "x"), new FillBlanks(COLUMN, "y")))
        .isEqualTo(Exclusion.TWO_VALUES);
    assertThat(Mending.exclusion(new FillBlanks(COLUMN, "x"), new DropColumns(List.of(COLUMN))))
        .isEqualTo(Exclusion.TWO_VALUES);
    assertThat(Mending.exclusion(rename("x"), rename("y"))).isEqualTo(Exclusion.TWO_NAMES);
    assertThat(Mending.exclusion(rename("x"), new AddColumn("x", "1")))
        .isEqualTo(Exclusion.TWO_NAMES);
    assertThat(Mending.exclusion(new AddColumn("x", "1"), new AddColumn("x", "2")))
        .isEqualTo(Exclusion.TWO_VALUES);
  }

  @Test
  void aConversionIsTheSameOnceWrittenAndRead() {
    assertThat(CONVERSIONS.values().stream().map(c -> Convert.of(COLUMN, c)))
        .allSatisfy(mend -> assertThat(Json.read(Json.write(mend), Mend.class)).isEqualTo(mend));
    assertThat(Stream.of(rename("x"), new AddColumn("x", "1")))
        .allSatisfy(mend -> assertThat(Json.read(Json.write(mend), Mend.class)).isEqualTo(mend));
  }

  private static Rename rename(String to) {
    return new Rename(List.of(new Rename.Name(COLUMN, to)));
  }

  private static @org.jspecify.annotations.Nullable Exclusion exclusion(
      Conversion one, ColumnRef here, Conversion other, ColumnRef there) {
    return Mending.exclusion(Convert.of(here, one), Convert.of(there, other));
  }
}
