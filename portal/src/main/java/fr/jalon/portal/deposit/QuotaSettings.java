package fr.jalon.portal.deposit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one organization may keep with us, so that none takes the room of the others.
 *
 * @param bytes of the files of its deposits together
 * @param deposits that it has, published or under way
 */
@ConfigurationProperties("jalon.deposit.quota")
record QuotaSettings(@DefaultValue("20GB") DataSize bytes, @DefaultValue("2000") int deposits) {
  QuotaSettings {
    if (bytes.toBytes() < 1 || deposits < 1) {
      throw new IllegalArgumentException(
          "jalon.deposit.quota.bytes and .deposits are at least 1; got: "
              + bytes
              + " and "
              + deposits);
    }
  }
}
