import { describe, expect, it } from 'vitest';
import { extractOne } from '../../extract-for-test.ts';

async function evidence(body: string) {
  const { tool } = await extractOne(
    `import boto3, docker, redis, pymongo, paramiko, smtplib, github, psutil\nfrom kubernetes import client as kube, config\nfrom slack_sdk import WebClient\nfrom sqlalchemy.orm import Session\nfrom fastmcp import FastMCP\nmcp = FastMCP("x")\ns3 = boto3.client("s3")\nclass Yard:\n    def __init__(self):\n        self.docker = docker.from_env()\n    def scrap(self, x):\n        self.docker.containers.get(x).remove(force=True)\nyard = Yard()\n@mcp.tool()\ndef f(x: str, session: Session):\n    ${body.replaceAll('\n', '\n    ')}\n`,
  );
  return (tool.handler ?? []).map(({ kind, verb }) => `${kind} ${verb}`);
}

describe('a call of a service’s own client', () => {
  it.each([
    ['s3.delete_object(Bucket="b", Key=x)', ['api delete']],
    ['boto3.resource("s3").Bucket(x).upload_file(x, x)', ['api create']],
    ['ec2 = boto3.Session().client("ec2")\nec2.terminate_instances(InstanceIds=[x])', ['api delete']],
    ['boto3.client("lambda").invoke(FunctionName=x)', ['api run']],
    ['config.load_kube_config()\nv1 = kube.CoreV1Api()\nv1.delete_namespaced_pod(x, "n")', ['api delete']],
    ['pymongo.MongoClient(x)["db"]["c"].delete_many({})', ['api delete']],
    ['r = redis.Redis()\nr.flushall()\nr.set(x, 1)', ['api delete', 'api update']],
    ['yard.scrap(x)', ['api delete']],
    ['for one in docker.from_env().containers.list():\n    one.stop()', ['api stop']],
    ['github.Github(x).get_repo(x).create_issue(title=x)', ['api create']],
    ['WebClient(token=x).chat_postMessage(channel=x, text=x)', ['api send']],
    ['with smtplib.SMTP("h") as mail:\n    mail.sendmail(x, x, x)', ['api send']],
    ['ssh = paramiko.SSHClient()\nssh.exec_command(x)', ['process remote']],
    ['psutil.Process(1).kill()', ['process kill']],
    ['session.delete(x)', ['api delete']],
    ['service.users().messages().trash(userId="me", id=x).execute()', ['api delete']],
    ['service.files().delete(fileId=x).execute()', ['api delete']],
  ])('is seen in %j', async (body, expected) => expect(await evidence(body)).toEqual(expected));

  it.each([
    's3.get_object(Bucket="b", Key=x)',
    's3.exceptions.DeleteConflict()',
    'found = s3.get_object(Key=x)\nfound["Body"].copy()\nfound.update({"a": 1})\nfound["tags"].remove(x)',
    'boto3.client("athena").start_query_execution(QueryString=x)',
    'boto3.client("ec2").terminate_instances(InstanceIds=[x], DryRun=True)',
    'kube.CoreV1Api().list_namespaced_pod("n")',
    'docker.from_env().containers.list()',
    'redis.Redis().get(x)',
    'service.files().list().execute()',
    'session.get(x, 1)',
    'x.delete_object()',
    'things = {}\nthings.update(x)',
  ])('is not seen in %s', async (body) => expect(await evidence(body)).toEqual([]));
});
