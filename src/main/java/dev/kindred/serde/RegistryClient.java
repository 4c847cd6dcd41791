package dev.kindred.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kindred.net.Pause;
import dev.kindred.net.Percent;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A client of the REST API of Confluent's Schema Registry, which Apicurio and Karapace serve too.
 *
 * <p>Ids and schemas never change, so they are cached for ever. An unknown id is not requested again for half a minute,
 * so that a flood of bad records does not flood the registry. Safe for many threads: for a missing entry, one thread
 * sends the request and the others wait.
 */
final class RegistryClient implements SchemaIds {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final RegistryTransport transport;
    private final boolean autoRegister;
    private final UnusableIds unusableIds;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Registration, Integer> ids = new ConcurrentHashMap<>();

    private record Registration(String subject, Schema schema) {}

    RegistryClient(RegistryTransport transport, boolean autoRegister, Clock clock) {
        this.transport = transport;
        this.autoRegister = autoRegister;
        this.unusableIds = new UnusableIds(clock);
    }

    /** Opens no connection. */
    static RegistryClient connect(RegistrySettings settings) {
        RegistryTransport transport =
                new RegistryTransport(settings.urls(), Retries.DEFAULT, new SplittableRandom(), Pause.SLEEP);
        return new RegistryClient(transport, settings.autoRegister(), Clock.systemUTC());
    }

    @Override
    public int idOf(String subject, Schema schema) {
        Registration registration = new Registration(subject, schema);
        Integer known = ids.get(registration);
        return known != null ? known : askForId(registration);
    }

    private synchronized int askForId(Registration registration) {
        Integer known = ids.get(registration);
        if (known != null) {
            return known;
        }
        int id = autoRegister
                ? register(registration.subject(), registration.schema())
                : lookUp(registration.subject(), registration.schema());
        ids.put(registration, id);
        return id;
    }

    /**
     * Registers a schema under a subject, if it is not registered yet.
     *
     * @return its id
     * @throws RegistryRefusedException if it is incompatible with the former versions
     */
    int register(String subject, Schema schema) {
        RegistryAnswer answer = transport.post("/subjects/" + Percent.encode(subject) + "/versions", question(schema));
        return switch (answer.status()) {
            case CONFLICT, UNPROCESSABLE ->
                throw new RegistryRefusedException("the registry does not accept "
                        + schema.getFullName() + " under subject " + subject + ": " + answer.message()
                        + "; change the schema so that it is compatible, or the subject's compatibility level");
            default -> answer.id();
        };
    }

    /**
     * Looks up a schema among the versions of a subject.
     *
     * @return its id
     * @throws RegistryRefusedException if it is not there
     */
    int lookUp(String subject, Schema schema) {
        return find(subject, schema)
                .orElseThrow(() -> new RegistryRefusedException(schema.getFullName()
                        + " is not registered under subject " + subject
                        + ": register it with 'kindred schemas register', or set auto.register.schemas=true"));
    }

    /** The id of a schema among the versions of a subject; empty if it is not there. */
    OptionalInt find(String subject, Schema schema) {
        RegistryAnswer answer = transport.post("/subjects/" + Percent.encode(subject), question(schema));
        return answer.status() == NOT_FOUND ? OptionalInt.empty() : OptionalInt.of(answer.id());
    }

    /** Whether a subject would accept a schema: one without versions accepts all. */
    boolean accepts(String subject, Schema schema) {
        RegistryAnswer answer = transport.post(
                "/compatibility/subjects/" + Percent.encode(subject) + "/versions/latest", question(schema));
        return answer.status() == NOT_FOUND
                || answer.accepted().path("is_compatible").asBoolean();
    }

    @Override
    public Schema schemaById(int id) {
        Schema known = schemas.get(id);
        return known != null ? known : requestSchema(id);
    }

    private synchronized Schema requestSchema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        if (id < 0) { // never a valid id; registries answer it with different errors
            throw new SerializationException("schema id " + id + " must not be negative");
        }
        unusableIds.check(id);
        Schema schema = schema(id, transport.get("/schemas/ids/" + id));
        schemas.put(id, schema);
        return schema;
    }

    private Schema schema(int id, RegistryAnswer answer) {
        if (answer.isUnknown()) {
            throw unusableIds.add(id, "schema id " + id + " is unknown to the registry: " + answer.message());
        }
        JsonNode reply = answer.accepted();
        String type = reply.path("schemaType").asText("AVRO");
        if (!"AVRO".equals(type) || !reply.path("references").isEmpty()) {
            throw unusableIds.add(
                    id,
                    "schema id " + id + " is " + type + " with "
                            + reply.path("references").size()
                            + " references; only Avro without references can be read");
        }
        return parse(id, answer.schema());
    }

    private Schema parse(int id, String text) {
        try {
            return new Schema.Parser().setValidateDefaults(false).parse(text);
        } catch (AvroRuntimeException e) {
            throw unusableIds.add(id, "schema id " + id + " is not an Avro schema: " + e.getMessage());
        }
    }

    private static String question(Schema schema) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", schema.toString())
                .toString();
    }
}
