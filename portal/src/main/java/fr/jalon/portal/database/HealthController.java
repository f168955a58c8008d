package fr.jalon.portal.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What watches the portal asks: is it alive (restart it when not), and can it serve (send it nobody
 * when not). A database away is no reason to restart.
 */
@RestController
class HealthController {
  private final DataSource database;

  HealthController(DataSource database) {
    this.database = database;
  }

  @GetMapping(path = "/sante", produces = MediaType.TEXT_PLAIN_VALUE)
  String alive() {
    return "ok\n";
  }

  @GetMapping(path = "/sante/prete", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> ready() {
    try (Connection connection = database.getConnection()) {
      if (connection.isValid(2)) {
        return ResponseEntity.ok("ok\n");
      }
    } catch (SQLException away) {
      return unavailable();
    }
    return unavailable();
  }

  private static ResponseEntity<String> unavailable() {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("database away\n");
  }
}
