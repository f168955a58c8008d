package fr.jalon.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "camille@exemple.fr",
        "prenom.nom+donnees@mairie-saint-jean.example",
        "o'brien@a.b.example",
        "été@exemple.fr"
      })
  void isOne(String text) {
    assertThat(MailAddress.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "camille",
        "@exemple.fr",
        "camille@exemple",
        "camille@.fr",
        "camille@exemple..fr",
        "camille@exemple.fr, noa@exemple.fr",
        "camille@exemple.fr\nBcc: noa@exemple.fr",
        "Camille <camille@exemple.fr>",
        "mailto:camille@exemple.fr",
        "a@b@c.fr"
      })
  void isNone(String text) {
    assertThat(MailAddress.isOne(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {254, 255})
  void isNotTooLong(int length) {
    String text = "a@" + "b".repeat(length - 5) + ".fr";
    assertThat(MailAddress.isOne(text)).isEqualTo(length <= 254);
  }
}
