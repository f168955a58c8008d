package fr.jalon.portal.programme;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs what is in a link, so that nobody makes one up: an identifier and 128 bits of its HMAC (RFC
 * 2104), with a secret drawn at the first start.
 */
@Component
class Seal {
  private static final int SIGNED = 16;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;

  Seal(JdbcClient jdbc) {
    byte[] drawn = new byte[32];
    new SecureRandom().nextBytes(drawn);
    jdbc.sql("insert into programme.seal (secret) values (?) on conflict do nothing")
        .param(ENCODER.encodeToString(drawn))
        .update();
    String secret = jdbc.sql("select secret from programme.seal").query(String.class).single();
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
  }

  /**
   * @param purpose of the link, so that one kind of link is not another
   */
  String seal(String purpose, UUID id) {
    byte[] bytes = bytes(id);
    ByteBuffer all = ByteBuffer.allocate(bytes.length + SIGNED);
    all.put(bytes).put(signature(purpose, bytes));
    return ENCODER.encodeToString(all.array());
  }

  /** Whom a link is of, whatever is signed with it: what it says is still to be checked. */
  Optional<UUID> idOf(String token) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(token);
      if (all.length != 16 + SIGNED) {
        return Optional.empty();
      }
      ByteBuffer buffer = ByteBuffer.wrap(all);
      return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** What was sealed for that purpose, empty when it was not. */
  Optional<UUID> open(String purpose, String token) {
    return idOf(token)
        .filter(
            id ->
                MessageDigest.isEqual(
                    seal(purpose, id).getBytes(StandardCharsets.US_ASCII),
                    token.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] signature(String purpose, byte[] id) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(id), SIGNED);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
