package fr.jalon.portal.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast programs may ask.
 *
 * @param rate requests a second one network may make on average
 * @param burst requests it may make at once after a pause
 */
@ConfigurationProperties("jalon.catalog.api")
record ApiSettings(@DefaultValue("20") int rate, @DefaultValue("100") int burst) {
  ApiSettings {
    if (rate < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "jalon.catalog.api.rate and .burst are at least 1; got: " + rate + " and " + burst);
    }
  }
}
