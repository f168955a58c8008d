package fr.jalon.engine.rule.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of what is proposed is right, and how much of what is wrong is put right. */
class VariantMeasureTest {
  private static final double PRECISION = 0.97;
  private static final double RECALL = 0.60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void putsMostFaultsRightAndHarmsNearlyNothing(long seed) {
    Schools schools = new Schools(seed);
    Variants variants = Look.at(schools.dirty());
    int changed = 0;
    int well = 0;
    List<String> wrong = new ArrayList<>();
    for (int column = 0; column < Schools.COLUMNS; column++) {
      Map<String, String> mended = new HashMap<>();
      variants.ofColumn(column).forEach(each -> mended.put(each.from(), each.to()));
      for (int row = 0; row < schools.right().size(); row++) {
        String from = schools.faulty().get(row)[column];
        String to = mended.get(from);
        if (to != null) {
          changed++;
          boolean right = to.equals(schools.right().get(row)[column]);
          well += right ? 1 : 0;
          if (!right) {
            wrong.add(from + " → " + to);
          }
        }
      }
    }
    assertThat((double) well / changed)
        .as("precision, wrong are " + wrong)
        .isGreaterThan(PRECISION);
    assertThat((double) well / schools.faults()).as("recall").isGreaterThan(RECALL);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void proposesNothingInARightTable(long seed) {
    Schools schools = new Schools(seed);
    assertThat(Look.told(Look.at(schools.clean()), Schools.COLUMNS)).isEmpty();
    assertThat(Look.told(Look.atColumns(schools.clean()), Schools.COLUMNS)).isEmpty();
  }

  /** The real names of 1 757 communes, met as often as it happens: few are met often. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void takesNoCommuneForAnother(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("commune");
    for (String name : communes()) {
      int times = (int) Math.min(2000, 1 / Math.pow(random.nextDouble(), 1.2));
      text.append(('\n' + name).repeat(times));
    }
    assertThat(Look.told(Look.atColumns(text.toString()), 1)).isEmpty();
  }

  @Test
  void aNearUniqueColumnOfStreetsIsLeftAlone() {
    StringBuilder text = new StringBuilder("numero;adresse");
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      text.append("\n").append(i).append(';').append(1 + random.nextInt(90)).append(" rue ");
      text.append((char) ('A' + random.nextInt(26))).append(" Martin");
      text.append(random.nextBoolean() ? "" : "s");
    }
    assertThat(Look.told(Look.at(text.toString()), 2)).isEmpty();
  }

  private static List<String> communes() {
    String file = "/fr/jalon/engine/reference/communes-centre-val-de-loire.csv";
    try (InputStream bytes =
            Objects.requireNonNull(VariantMeasureTest.class.getResourceAsStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",")[1]).distinct().toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
