package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models of today compare with ">=" alone; those of tomorrow may do otherwise. */
class CompareColumnsRuleTest {
  @ParameterizedTest
  @CsvSource({
    "<, false, true, true",
    "<=, false, false, true",
    "==, true, false, true",
    ">=, true, false, false",
    ">, true, true, false",
    "!=, false, false, false"
  })
  void knowsEveryWayOfComparing(String operator, boolean less, boolean equal, boolean more) {
    assertThat(CompareColumnsRule.fails("2", operator, "10")).isEqualTo(less);
    assertThat(CompareColumnsRule.fails("10", operator, "10.0")).isEqualTo(equal);
    assertThat(CompareColumnsRule.fails("10", operator, "2")).isEqualTo(more);
    assertThat(CompareColumnsRule.fails("dix", operator, "2")).isFalse();
  }
}
