// What a person does and sees in a tab, over WebDriver: looked for until it is there.
import { By, error, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { expect, type Page } from '@playwright/test';
import { words } from '../pages/visit';

const say = words('en');
const WAIT_MS = Number(process.env.ASKELMA_WAIT_MS ?? 20_000);
/** The page is on its way: what was found is gone again, covered or moving. Looked for anew. */
const NOT_YET = [
  error.StaleElementReferenceError, error.ElementClickInterceptedError, error.ElementNotInteractableError,
];

export class Tab {
  private constructor(
    private readonly driver: WebDriver,
    private readonly handle: string,
    private readonly address: string,
  ) {}

  /** The tab that the driver is in now. */
  static async present(driver: WebDriver, address: string): Promise<Tab> {
    return new Tab(driver, await driver.getWindowHandle(), address);
  }

  /** Another tab of the same browser. */
  async another(): Promise<Tab> {
    await this.driver.switchTo().newWindow('tab');
    return Tab.present(this.driver, this.address);
  }

  async open(path = ''): Promise<void> {
    await this.come();
    await this.driver.get(this.address + path);
  }

  async reload(): Promise<void> {
    await this.come();
    await this.driver.navigate().refresh();
  }

  /** Runs a function in the page, as Playwright's own does: what looks into a database takes either. */
  readonly evaluate = (async (body: () => unknown, argument?: unknown) => {
    await this.come();
    return this.driver.executeScript(body, argument);
  }) as Page['evaluate'];

  /** The first of `selector` on the screen whose text begins so, once there is one. */
  async find(selector: string, text = ''): Promise<WebElement> {
    await this.come();
    const found = () => this.driver.executeScript<WebElement | null>(visible, selector, text, 0);
    return this.driver.wait(found, WAIT_MS, `${selector} "${text}" is not on the screen`) as Promise<WebElement>;
  }

  /** Presses the first such, or the one after so many, once it can be pressed. */
  async press(selector: string, text = '', after = 0): Promise<void> {
    await this.come();
    const pressed = async () => {
      const element = await this.driver.executeScript<WebElement | null>(visible, selector, text, after);
      try {
        await element?.click();
        return element !== null;
      } catch (problem) {
        if (NOT_YET.some((kind) => problem instanceof kind)) return false;
        throw problem;
      }
    };
    await this.driver.wait(pressed, WAIT_MS, `${selector} "${text}" could not be pressed`);
  }

  /** Presses the button that begins with that sentence. */
  async button(sentence: string): Promise<void> {
    await this.press('button', say(sentence));
  }

  async link(sentence: string): Promise<void> {
    await this.press('a', say(sentence));
  }

  /** Types into the field of that label, over what stands there. */
  async type(label: string, text: string): Promise<void> {
    const id = await (await this.find('label', say(label))).getAttribute('for');
    const field = await this.find(`[id="${id}"]`);
    await this.driver.executeScript((one: HTMLInputElement) => {
      one.focus();
      one.select();
    }, field);
    await field.sendKeys(text, Key.TAB);
  }

  /** Chooses a file from the disk in the page's one picker. */
  async choose(path: string): Promise<void> {
    await this.find('.file-drop');
    await (await this.driver.findElement(By.css('input[type=file]'))).sendKeys(path);
  }

  /** The texts of all that fit. */
  async texts(selector: string): Promise<string[]> {
    return this.evaluate(
      (wanted) => [...document.querySelectorAll(wanted)].map((one) => (one.textContent ?? '').trim()),
      selector,
    );
  }

  async shows(selector: string, count: number): Promise<void> {
    const counted = async () => (await this.texts(selector)).length;
    await expect.poll(counted, { timeout: WAIT_MS, message: selector }).toBe(count);
  }

  async says(selector: string, text: string): Promise<void> {
    const said = async () => (await this.texts(selector)).join(' ');
    await expect.poll(said, { timeout: WAIT_MS, message: selector }).toContain(text);
  }

  /** The last entry is on the disk. */
  async saved(): Promise<void> {
    await this.says('.undo-line', say('said.saved'));
  }

  /** So are all before it: the line goes some seconds after the last. */
  async allSaved(): Promise<void> {
    await this.saved();
    await this.shows('.undo-line', 0);
  }

  private async come(): Promise<void> {
    await this.driver.switchTo().window(this.handle);
  }
}

/** In the page: of those of `selector` that can be seen and whose text begins so, the one after so many. */
function visible(selector: string, text: string, after: number): Element | undefined {
  const plain = (one: Element) => (one.textContent ?? '').replace(/\s+/g, ' ').trim();
  return [...document.querySelectorAll(selector)].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && plain(one).startsWith(text),
  )[after];
}
