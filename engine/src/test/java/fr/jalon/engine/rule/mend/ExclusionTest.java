package fr.jalon.engine.rule.mend;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Json;
import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.YearWindow;
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

  private static Map<String, Conversion> conversions() {
    Map<String, Conversion> all = new TreeMap<>();
    all.put("accents", new Conversion.MendAccents(Mojibake.Surety.SURE));
    all.put("spaces", new Conversion.TrimSpaces());
    all.put("empty-words", new Conversion.EmptyOut(Conversion.EmptyOut.Nothing.BLANK_WORDS));
    all.put("empty-errors", new Conversion.EmptyOut(Conversion.EmptyOut.Nothing.FORMULA_ERRORS));
    all.put("join-siren", new Conversion.JoinCode(Code.SIREN));
    all.put("join-siret", new Conversion.JoinCode(Code.SIRET));
    all.put("zero-insee", new Conversion.RestoreZero(Code.INSEE));
    all.put("zero-postal", new Conversion.RestoreZero(Code.POSTAL));
    all.put("units-euro", new Conversion.StripUnits(List.of("€"), false));
    all.put("units-share", new Conversion.StripUnits(List.of("%"), true));
    all.put("groups", new Conversion.JoinGroups(Commas.DECIMAL));
    all.put("groups-english", new Conversion.JoinGroups(Commas.THOUSANDS));
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
    all.put("yes-oui", new Conversion.WriteBooleans("oui", "non"));
    all.put("yes-true", new Conversion.WriteBooleans("true", "false"));
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
            "dates × dates-births",
            "dates × dates-english",
            "dates-births × dates-english",
            "groups-english × point",
            "join-siren × join-siret",
            "numbers × numbers-english",
            "units-euro × units-share",
            "yes-oui × yes-true",
            "zero-insee × zero-postal");
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
