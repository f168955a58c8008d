package fr.jalon.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NetworksTest {
  @Test
  void givesTokensBackWithTime() {
    AtomicLong now = new AtomicLong();
    TokenBuckets buckets = new TokenBuckets(2, 3, now::get);
    for (int i = 0; i < 3; i++) {
      assertThat(buckets.take("a").granted()).isTrue();
    }
    assertThat(buckets.take("a")).isEqualTo(new TokenBuckets.Taken(false, 0, 1));
    assertThat(buckets.take("b").granted()).isTrue();
    now.addAndGet(500_000_000);
    assertThat(buckets.take("a").granted()).isTrue();
    assertThat(buckets.take("a").granted()).isFalse();
  }

  @Test
  void countsANetworkNotItsAddresses() {
    assertThat(Networks.of("2001:db8:1:2::1")).isEqualTo(Networks.of("2001:db8:1:2:ffff::9"));
    assertThat(Networks.of("192.0.2.1")).isNotEqualTo(Networks.of("192.0.2.2"));
    assertThat(Networks.of("::ffff:192.0.2.1")).isEqualTo(Networks.of("192.0.2.1"));
    assertThat(Networks.of("facade.de")).as("a name, not looked up").isEqualTo("facade.de");
  }
}
