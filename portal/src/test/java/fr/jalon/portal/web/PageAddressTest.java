package fr.jalon.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"https://exemple.fr", "http://visio.exemple.fr:8443/a?b=c#d"})
  void isOne(String text) {
    assertThat(PageAddress.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "exemple.fr",
        "javascript:alert(1)",
        "data:text/html,x",
        "https:///chemin",
        "https://camille:secret@exemple.fr",
        "https://exemple.fr/a b",
        "mailto:a@b.fr",
        "//exemple.fr"
      })
  void isNone(String text) {
    assertThat(PageAddress.isOne(text)).isFalse();
  }
}
