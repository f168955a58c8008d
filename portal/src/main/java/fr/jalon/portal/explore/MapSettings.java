package fr.jalon.portal.explore;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What maps are drawn on.
 *
 * @param tiles address of a tile server ("https://…/{z}/{x}/{y}.png"), none for our own quiet
 *     ground: then no browser asks anything of anyone else
 * @param attribution what the tile server wants said
 */
@ConfigurationProperties("jalon.catalog.map")
record MapSettings(@Nullable String tiles, @DefaultValue("") String attribution) {}
