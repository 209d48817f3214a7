package io.attune.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.aptitude.Listener;
import io.attune.assess.Assessor;
import io.attune.assess.Transcript;
import io.attune.assess.TranscriptCheck;
import io.attune.decision.Onlooker;
import io.attune.dialog.yaml.BookReader;
import io.attune.problem.Fault;
import io.attune.problem.JsonFaults;
import io.attune.problem.StrictJson;
import io.attune.understanding.opennlp.OpenNlpUnderstander;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune assess FILE.jsonl}: as {@code POST /api/v1/assess}, a line each. Assesses all lines or, on a fault, none. */
@Command(
        name = "assess",
        description =
                "Reads transcripts, one JSON object a line; prints what POST /api/v1/assess answers, a line each.")
public final class AssessCommand implements Callable<Integer> {
    private final ObjectMapper json = strict();

    @Parameters(description = "transcripts, one JSON object a line")
    private Path file = Path.of("");

    @Option(names = "--models", defaultValue = "models", description = "the folder of models; default: models")
    private Path models = Path.of("models");

    @Option(names = "--dialogs", defaultValue = "dialogs", description = "the folder of dialogs; default: dialogs")
    private Path dialogs = Path.of("dialogs");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isRegularFile(file)) {
            err.println("no file " + file);
            return 2;
        }
        var faults = new ArrayList<String>();
        List<Transcript> transcripts = read(faults);
        if (!faults.isEmpty()) {
            faults.forEach(err::println);
            err.flush();
            return 1;
        }
        Assessor assessor = assessor();
        PrintWriter out = spec.commandLine().getOut();
        for (Transcript transcript : transcripts) {
            out.println(json.writeValueAsString(assessor.assess(transcript)));
        }
        out.flush();
        return 0;
    }

    /** Empty lines are skipped. */
    private List<Transcript> read(List<String> faults) throws IOException {
        var transcripts = new ArrayList<Transcript>();
        var jsonFaults = new JsonFaults(json);
        int number = 0;
        for (String line : lines(faults)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            List<Fault> wrong;
            try {
                Transcript transcript = json.readValue(line, Transcript.class);
                wrong = TranscriptCheck.faults(transcript);
                transcripts.add(transcript);
            } catch (JsonProcessingException e) {
                wrong = List.of(jsonFaults.fault(e));
            }
            for (Fault fault : wrong) {
                faults.add(file + ":" + number + ": " + fault.at() + ": " + fault.detail());
            }
        }
        return transcripts;
    }

    private List<String> lines(List<String> faults) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            faults.add(file + ": is not UTF-8");
            return List.of();
        }
    }

    private Assessor assessor() throws IOException {
        Path lexicon = models.resolve("lexicon");
        return new Assessor(
                OpenNlpUnderstander.load(models),
                Listener.load(lexicon),
                new Onlooker(),
                BookReader.read(dialogs).dialogs());
    }

    private static ObjectMapper strict() {
        var mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
