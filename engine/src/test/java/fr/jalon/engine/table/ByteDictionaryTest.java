package fr.jalon.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteDictionaryTest {
  @Test
  void keepsEachValueOnceUnderTheIndexOfItsFirstAppearance() {
    ByteDictionary values = new ByteDictionary(2, Integer.MAX_VALUE, Integer.MAX_VALUE);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5_000; i++) {
        assertThat(add(values, "é" + i)).isEqualTo(i);
      }
    }
    assertThat(values.size()).isEqualTo(5_000);
    assertThat(values.value(4_999)).hasToString("é4999");
    assertThat(values.find(Text.of("é17"))).isEqualTo(17);
    assertThat(values.find(Text.of("e17"))).isEqualTo(-1);
  }

  @Test
  void tellsTheEmptyValueFromNone() {
    ByteDictionary values = new ByteDictionary(2, 10, 10);
    assertThat(values.find(Text.EMPTY)).isEqualTo(-1);
    assertThat(add(values, "")).isZero();
    assertThat(values.find(Text.EMPTY)).isZero();
  }

  @Test
  void takesNoMoreValuesNorBytesThanItMay() {
    ByteDictionary few = new ByteDictionary(2, 2, 100);
    assertThat(add(few, "a")).isZero();
    assertThat(add(few, "b")).isEqualTo(1);
    assertThat(add(few, "c")).isEqualTo(-1);
    assertThat(add(few, "a")).isZero();
    ByteDictionary small = new ByteDictionary(2, 100, 3);
    assertThat(add(small, "abcd")).isEqualTo(-1);
    assertThat(add(small, "abc")).isZero();
    assertThat(add(small, "d")).isEqualTo(-1);
  }

  @Test
  void aSuccessorBeginsEmptyAndLeavesTheFirstReadable() {
    ByteDictionary first = new ByteDictionary(2, 100, 100);
    add(first, "a");
    add(first, "b");
    ByteDictionary next = first.successor(2);
    assertThat(next.find(Text.of("a"))).isEqualTo(-1);
    assertThat(add(next, "b")).isZero();
    assertThat(first.value(0)).hasToString("a");
    assertThat(first.value(1)).hasToString("b");
  }

  private static int add(ByteDictionary values, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return values.add(bytes, 0, bytes.length);
  }
}
