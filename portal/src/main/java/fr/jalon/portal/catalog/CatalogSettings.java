package fr.jalon.portal.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the catalog is told.
 *
 * @param api how fast programs may ask
 * @param map what maps are drawn on
 */
@ConfigurationProperties("jalon.catalog")
record CatalogSettings(@DefaultValue Api api, @DefaultValue Map map) {

  /**
   * @param rate requests a second one network may make on average
   * @param burst requests it may make at once after a pause
   */
  record Api(@DefaultValue("20") int rate, @DefaultValue("100") int burst) {
    Api {
      if (rate < 1 || burst < 1) {
        throw new IllegalArgumentException(
            "jalon.catalog.api.rate and .burst are at least 1; got: " + rate + " and " + burst);
      }
    }
  }

  /**
   * @param tiles address of a tile server ("https://…/{z}/{x}/{y}.png"), none for our own quiet
   *     ground: then no browser asks anything of anyone else
   * @param attribution what the tile server wants said
   */
  record Map(@Nullable String tiles, @DefaultValue("") String attribution) {}
}
