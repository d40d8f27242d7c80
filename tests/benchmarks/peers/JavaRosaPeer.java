import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.services.storage.StorageManager;
import org.javarosa.core.services.storage.util.DummyIndexedStorageUtility;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;

/**
 * JavaRosa as a side of the engine's figures: reads orders, one a line, fields apart by tabs, and times itself.
 *
 * load FILE | set LOOK PATH (PATH VALUE)… | add REPEAT | memory. LOOK is value, choices or labels, of the PATH after it.
 */
public final class JavaRosaPeer {
    private static final int GC_ROUNDS = 3;
    private final Map<String, FormIndex> questions = new HashMap<>();
    private FormDef form;
    private FormEntryModel model;
    private FormEntryController controller;
    private FormIndex newRepeat;

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        StorageManager.setStorageFactory((name, type) -> new DummyIndexedStorageUtility<>());
        new XFormsModule().registerModule();
        JavaRosaPeer peer = new JavaRosaPeer();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            answers.println(peer.obey(order.split("\t", -1)));
        }
    }

    private String obey(String[] order) {
        try {
            switch (order[0]) {
                case "load":
                    return load(Files.readString(Path.of(order[1])));
                case "set":
                    return set(order[1], order[2], Arrays.asList(order).subList(3, order.length));
                case "add":
                    return add();
                case "memory":
                    return memory();
                default:
                    return "error\tunknown order";
            }
        } catch (Exception | StackOverflowError error) {
            return "error\t" + error.toString().replaceAll("\\s+", " ");
        }
    }

    private String load(String xml) throws Exception {
        form = null;
        questions.clear();
        long began = System.nanoTime();
        form = new XFormParser(new StringReader(xml)).parse();
        form.initialize(true, new InstanceInitializationFactory());
        String took = since(began);
        model = new FormEntryModel(form);
        controller = new FormEntryController(model);
        findQuestions();
        return took;
    }

    /** Notes where each question stands, so that answering one does not begin with a search. */
    private void findQuestions() {
        newRepeat = null;
        controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
        for (int event = controller.stepToNextEvent();
                event != FormEntryController.EVENT_END_OF_FORM;
                event = controller.stepToNextEvent()) {
            if (event == FormEntryController.EVENT_QUESTION) {
                questions.put(pathOf(model.getFormIndex().getReference()), model.getFormIndex());
            } else if (event == FormEntryController.EVENT_PROMPT_NEW_REPEAT) {
                newRepeat = model.getFormIndex();
            }
        }
    }

    /** Writes a reference as all sides do: a position where there can be several, none elsewhere. */
    private String pathOf(TreeReference reference) {
        StringBuilder path = new StringBuilder();
        TreeElement element = null;
        for (int level = 0; level < reference.size(); level++) {
            String name = reference.getName(level);
            int place = Math.max(0, reference.getMultiplicity(level));
            element = element == null ? form.getMainInstance().getRoot() : element.getChild(name, place);
            path.append('/').append(name);
            if (element != null && element.isRepeatable()) {
                path.append('[').append(place + 1).append(']');
            }
        }
        return path.toString();
    }

    private String set(String look, String path, List<String> answers) {
        List<String> took = new ArrayList<>();
        TreeElement element = look.equals("value") ? element(path) : null;
        FormIndex select = questions.get(path);
        String seen = "";
        for (int number = 0; number < answers.size(); number += 2) {
            FormIndex index = questions.get(answers.get(number));
            IAnswerData data = answer(index, answers.get(number + 1));
            long began = System.nanoTime();
            int result = controller.answerQuestion(index, data, true);
            seen = element != null ? valueOf(element) : choices(select, look.equals("labels"));
            took.add(since(began));
            if (result != FormEntryController.ANSWER_OK) {
                return "error\trefused " + answers.get(number);
            }
        }
        return String.join(" ", took) + "\t" + seen;
    }

    private IAnswerData answer(FormIndex index, String value) {
        FormEntryPrompt prompt = model.getQuestionPrompt(index);
        if (prompt.getControlType() == Constants.CONTROL_SELECT_ONE) {
            return new SelectOneData(new Selection(value));
        }
        switch (prompt.getDataType()) {
            case Constants.DATATYPE_INTEGER:
                return new IntegerData(Integer.parseInt(value));
            case Constants.DATATYPE_DECIMAL:
                return new DecimalData(Double.parseDouble(value));
            default:
                return new StringData(value);
        }
    }

    private String choices(FormIndex index, boolean withLabels) {
        FormEntryPrompt prompt = model.getQuestionPrompt(index);
        List<SelectChoice> found = prompt.getSelectChoices();
        if (withLabels) {
            found.forEach(prompt::getSelectChoiceText);
        }
        return String.valueOf(found.size());
    }

    private TreeElement element(String path) {
        TreeElement element = form.getMainInstance().getRoot();
        String[] steps = path.substring(1).split("/");
        for (int level = 1; level < steps.length; level++) {
            String[] parts = steps[level].split("[\\[\\]]");
            element = element.getChild(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) - 1 : 0);
        }
        return element;
    }

    private static String valueOf(TreeElement element) {
        return element.getValue() == null ? "" : element.getValue().uncast().getString();
    }

    private String add() {
        FormIndex index = newRepeat;
        long began = System.nanoTime();
        controller.newRepeat(index);
        String took = since(began);
        FormIndex inside = model.incrementIndex(index);
        for (; FormIndex.isSubElement(index, inside); inside = model.incrementIndex(inside)) {
            questions.put(pathOf(inside.getReference()), inside);
        }
        newRepeat = inside;
        return took;
    }

    private String memory() {
        for (int round = 0; round < GC_ROUNDS; round++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return String.valueOf((runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }

    private static String since(long began) {
        return String.valueOf((System.nanoTime() - began) / 1e6);
    }
}
